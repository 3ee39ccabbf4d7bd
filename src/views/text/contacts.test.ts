import { readContacts } from './contacts';

describe('readContacts', () => {
  it.each([
    ['ana', [{ label: 'ana' }]],
    ['ana@example.com', [{ label: 'ana@example.com', href: 'mailto:ana@example.com' }]],
    ['+49 (30) 123-4567', [{ label: '+49 (30) 123-4567', href: 'tel:+49301234567' }]],
    ['#demand-gen', [{ label: '#demand-gen' }]],
    ['#demand-gen https://chat.example.com/c/1', [{ label: '#demand-gen', href: 'https://chat.example.com/c/1' }]],
    ['[#demand-gen](https://chat.example.com/c/1)', [{ label: '#demand-gen', href: 'https://chat.example.com/c/1' }]],
    [
      'https://chat.example.com/c/1/?a=b',
      [{ label: 'chat.example.com/c/1', href: 'https://chat.example.com/c/1/?a=b' }],
    ],
    ['slack://channel?id=C1', [{ label: 'channel', href: 'slack://channel?id=C1' }]],
    [
      'ana; +49 30 123456,\n#a',
      [{ label: 'ana' }, { label: '+49 30 123456', href: 'tel:+4930123456' }, { label: '#a' }],
    ],
    [' , ', []],
    ['', []],
  ])('reads %j', (text, contacts) => {
    expect(readContacts(text)).toEqual(contacts);
  });
});
