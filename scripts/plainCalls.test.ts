import { wrappedCalls } from './plainCalls.mjs';

function plain(code: string): string {
  return wrappedCalls(code).reduceRight((all, { from, to, name }) => all.slice(0, from) + name + all.slice(to), code);
}

it.each([
  ['an external', 'return (0,external_lodash_.sortBy)(all);', 'return external_lodash_.sortBy(all);'],
  [
    'another module',
    'x = (0,_kind__WEBPACK_IMPORTED_MODULE_2__/* .ruleKind */ .a)(rule);',
    'x = _kind__WEBPACK_IMPORTED_MODULE_2__/* .ruleKind */ .a(rule);',
  ],
  ['a module of its chunk', 'x = (0,rawRule/* isBlank */.c)(rule);', 'x = rawRule/* isBlank */.c(rule);'],
  ['two in one', '(0,a_.b)((0,c_.d)(1))', 'a_.b(c_.d(1))'],
])('calls by its name what is of %s', (_, code, expected) => {
  expect(plain(code)).toBe(expected);
});

it.each([
  ['what a source says', 'x = (0, one.other)(all);'],
  ['arguments', 'max(0,one.other)(all);'],
  ['what is not called', 'x = (0,one_.other);'],
  ['what is no name', 'x = (0,one_.other())(all);'],
])('leaves %s alone', (_, code) => {
  expect(plain(code)).toBe(code);
});
