import { stepLines } from './stepLines';

describe('stepLines', () => {
  const parser = jest.fn((markdown: string) => [` parsed:\n${markdown} `, ' ']);

  it.each([
    ['1. a\n2)  b', ['a', 'b']],
    ['First\n\n  Second', ['First', 'Second']],
    ['Call -5 people', ['Call -5 people']],
    ['', []],
  ])('reads %j without a parser', (markdown, lines) => {
    expect(stepLines(markdown, parser)).toEqual(lines);
    expect(parser).not.toHaveBeenCalled();
  });

  it.each(['**a**', 'In this order:\n1. a', 'a\n---', '[a](b)', 'a & b'])('leaves %j to the parser', (markdown) => {
    expect(stepLines(markdown, parser)).toEqual([`parsed: ${markdown.replace(/\s+/g, ' ')}`]);
  });
});
