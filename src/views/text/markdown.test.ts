import { markdownHtml, markdownSteps } from './markdown';

describe('markdownHtml', () => {
  it('keeps what prose needs', () => {
    const html = markdownHtml('1. **Pause** `x`\n2. Call [Ana](https://a.example)');
    expect(html).toContain('<ol>');
    expect(html).toContain('<strong>Pause</strong>');
    expect(html).toContain('<a href="https://a.example" target="_blank" rel="noopener noreferrer">Ana</a>');
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['an event handler', '<img src=x onerror=alert(1)>'],
    ['a frame', '<iframe src="https://a.example"></iframe>'],
    ['a link to code', '[x](javascript:alert(1))'],
    ['an encoded link to code', '<a href="&#106;avascript:alert(1)">x</a>'],
    ['a style', '<p style="position:fixed" class="a">x</p>'],
    ['an svg', '<svg onload="alert(1)"><a href="javascript:x"/></svg>'],
  ])('lets %s do nothing', (_, markdown) => {
    const body = new DOMParser().parseFromString(markdownHtml(markdown), 'text/html').body;
    expect(body.querySelector('script, img, iframe, svg, [style], [class], [onerror], [onload], a')).toBeNull();
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
