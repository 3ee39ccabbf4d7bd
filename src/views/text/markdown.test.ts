import { copiedSteps, markdownHtml, markdownSteps } from './markdown';

describe('markdownHtml', () => {
  it('keeps what prose needs', () => {
    const html = markdownHtml('1. **Pause** `x`\n2. Call [Ana](https://a.example)');
    expect(html).toContain('<ol>');
    expect(html).toContain('<strong>Pause</strong>');
    expect(html).toContain('<a href="https://a.example" target="_blank" rel="noopener noreferrer">Ana</a>');
  });

  it.each([
    ['tel:+49301234567', '_self'],
    ['sms:+49301234567?body=Hi', '_self'],
    ['sip:ana@example.com', '_self'],
    ['slack://channel?team=T1', '_self'],
    ['msteams:/l/chat/0/0?users=a', '_self'],
    ['mailto:ana@example.com', '_self'],
    ['https://wiki.example.com/x', '_blank'],
    ['/d/abc?a=b', '_blank'],
  ])('links to %s', (address, target) => {
    for (const written of [`Call [Ana](${address})`, `Call <a href="${address}">Ana</a>`]) {
      const link = new DOMParser().parseFromString(markdownHtml(written), 'text/html').querySelector('a');
      expect(link?.textContent).toBe('Ana');
      expect(link?.getAttribute('href')).toBe(address);
      expect(link?.getAttribute('target')).toBe(target);
    }
  });

  it('gives no link the address of another', () => {
    const html = markdownHtml('<a href="#1">a</a> [b](javascript:x) [c](/d/c) <b id="#2">d</b>');
    expect(html).toBe('<p>a b <a href="/d/c" target="_blank" rel="noopener noreferrer">c</a> <b>d</b></p>\n');
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['an event handler', '<img src=x onerror=alert(1)>'],
    ['a handler on an element that is kept', '<b onclick="alert(1)" onpointerenter=alert(1)>x</b>'],
    ['a comment that ends inside of an attribute', '<b title="--><img src=x onerror=alert(1)>">x</b><!--'],
    ['what a parser moves out of a table', '<table><b><img src=x onerror=alert(1)></table>'],
    [
      'a style in another namespace',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    ],
    ['a text that is none without scripts', '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>'],
    ['a template', '<template><script>alert(1)</script></template>'],
    [
      'a form that sends to elsewhere',
      '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
    ],
    ['an image by reference', '![x][a]\n\n[a]: javascript:alert(1)'],
    ['a link with a line in its scheme', '[x](java\nscript:alert(1)) <a href="java&#10;script:alert(1)">x</a>'],
    ['a link to a page of its own', '[x](data:text/html,<script>alert(1)</script>)'],
    ['a fence that closes in its own name', '```"><img src=x onerror=alert(1)>\nx\n```'],
    ['a frame', '<iframe src="https://a.example"></iframe>'],
    ['a link to code', '[x](javascript:alert(1))'],
    ['an encoded link to code', '<a href="&#106;avascript:alert(1)">x</a>'],
    ['a style', '<p style="position:fixed" class="a">x</p>'],
    ['an svg', '<svg onload="alert(1)"><a href="javascript:x"/></svg>'],
  ])('lets %s do nothing', (_, markdown) => {
    const body = new DOMParser().parseFromString(markdownHtml(markdown), 'text/html').body;
    expect(body.querySelector('script, style, img, iframe, svg, math, form, table, template, noscript, a')).toBeNull();
    expect([...body.querySelectorAll('*')].flatMap(({ attributes }) => [...attributes])).toEqual([]);
    // A page reads it as it was read here.
    expect(body.innerHTML).toBe(markdownHtml(markdown));
  });

  it('makes no headings, which would upset the order of the page', () => {
    expect(markdownHtml('# Big')).toBe('<p>Big</p>\n');
  });
});

describe('markdownSteps', () => {
  it.each([
    ['1. Pause **paid** campaigns\n2. Call [Ana](https://a.example)', ['Pause paid campaigns', 'Call Ana']],
    ['- a\n- b', ['a', 'b']],
    ['1. a\n2. b', ['a', 'b']],
    ['In this order:\n\n1. a\n2. b', ['a', 'b']],
    ['- a\n  - b\n  - c', ['a', 'b', 'c']],
    ['1. **a**\n   - b', ['a', 'b']],
    ['Call -5 people', ['Call -5 people']],
    ['Big\n---\nsmall', ['Big', 'small']],
    ['Page the rota', ['Page the rota']],
    ['First\nSecond\n\nThird', ['First', 'Second', 'Third']],
    ['a < b & c', ['a < b & c']],
    ['', []],
  ])('reads the steps of %j', (markdown, steps) => {
    expect(markdownSteps(markdown)).toEqual(steps);
  });
});

describe('copiedSteps', () => {
  it.each([
    ['1. Call [Ana](tel:+4930123456)\n2. Wait', ['Call Ana (tel:+4930123456)', 'Wait']],
    ['See [the rota](/d/rota)', ['See the rota (http://localhost/d/rota)']],
    ['See https://wiki.example.com/x and <ana@example.com>', ['See https://wiki.example.com/x and ana@example.com']],
    ['[x](javascript:alert(1))', ['x']],
    ['Call Ana', ['Call Ana']],
  ])('tells in %j what links lead to', (markdown, steps) => {
    expect(copiedSteps(markdown)).toEqual(steps);
  });
});
