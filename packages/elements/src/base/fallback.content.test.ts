import { expect } from '@open-wc/testing';
import { hasContent } from './fallback.content.js';

function holding(markup: string): Element {
  const element = document.createElement('div');
  element.innerHTML = markup;
  return element;
}

describe('what a page puts into an element', () => {
  const silent = [
    '',
    ' \n ',
    '<br>',
    '<br><br />',
    '<p></p>',
    '<p>&nbsp;</p>',
    '<p>&#8203;<br></p>',
    '<!-- a comment -->',
    '<p><!-- a comment --></p>',
    '<script>var said = 1</script>',
    '<style>a { color: red }</style>',
    '<template><p>Book</p></template>',
    '<noscript>Book</noscript>',
    '<p hidden>Book</p>',
    '<div><span> </span><hr></div>',
    '<p slot="back">Back</p>',
    '<a href="#"></a>',
  ];
  for (const markup of silent)
    it(`says nothing: ${markup || 'nothing at all'}`, () => {
      expect(hasContent(holding(markup))).to.equal(false);
    });

  const speaking = [
    'Book',
    '<br>Book',
    '<p>Book</p>',
    '<p><a href="#">Book</a></p>',
    '<p><img alt="Book"></p>',
    '<div><svg></svg></div>',
    '<form><input></form>',
    '<my-teaser></my-teaser>',
    '<p slot="back">Back</p><p>Book</p>',
    '<script>1</script><p>Book</p>',
  ];
  for (const markup of speaking)
    it(`says something: ${markup}`, () => {
      expect(hasContent(holding(markup))).to.equal(true);
    });
});
