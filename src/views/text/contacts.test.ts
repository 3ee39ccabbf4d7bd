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
    ['tel:+49 (30) 123-4567', [{ label: '+49 (30) 123-4567', href: 'tel:+49301234567' }]],
    ['tel:112', [{ label: 'tel:112', href: 'tel:112' }]],
    ['sms:+49 30 123456', [{ label: 'sms:+49 30 123456', href: 'sms:+4930123456' }]],
    ['SMS:+4930123456', [{ label: 'SMS:+4930123456', href: 'SMS:+4930123456' }]],
    ['sms:+4930123456?body=Call', [{ label: 'sms:+4930123456', href: 'sms:+4930123456?body=Call' }]],
    ['Ana sms:+49 30 123456', [{ label: 'Ana', href: 'sms:+4930123456' }]],
    ['Rota: tel:+49 30 123456', [{ label: 'Rota', href: 'tel:+4930123456' }]],
    ['sip:ana@example.com', [{ label: 'sip:ana@example.com', href: 'sip:ana@example.com' }]],
    ['Front desk <sip:desk@example.com>', [{ label: 'Front desk', href: 'sip:desk@example.com' }]],
    [
      'mailto:ana@example.com?subject=Leads',
      [{ label: 'ana@example.com', href: 'mailto:ana@example.com?subject=Leads' }],
    ],
    ['[Ana](sms:+4930123456)', [{ label: 'Ana', href: 'sms:+4930123456' }]],
    ['msteams:/l/chat/0/0?users=a', [{ label: 'msteams:/l/chat/0/0', href: 'msteams:/l/chat/0/0?users=a' }]],
    ['#leads slack://channel?id=C1', [{ label: '#leads', href: 'slack://channel?id=C1' }]],
    ['/d/rota/who?orgId=1', [{ label: '/d/rota/who', href: '/d/rota/who?orgId=1' }]],
    ['Rota /d/rota', [{ label: 'Rota', href: '/d/rota' }]],
    ['/page', [{ label: '/page' }]],
    ['Sales/Finance', [{ label: 'Sales/Finance' }]],
    ['Sales //nobody', [{ label: 'Sales //nobody' }]],
    ['team: sales', [{ label: 'team: sales' }]],
    [' , ', []],
    ['', []],
  ])('reads %j', (text, contacts) => {
    expect(readContacts(text)).toEqual(contacts);
  });
});
