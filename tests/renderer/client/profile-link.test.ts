import { describe, expect, it } from 'vitest';
import { profileLink } from '../../../renderer/client/profile-link.ts';

describe('E6: only LinkedIn pages open outside', () => {
  it.each([
    ['https://www.linkedin.com/in/ada-zt-1', 'https://www.linkedin.com/in/ada-zt-1'],
    ['https://linkedin.com/in/ada-zt-1/', 'https://linkedin.com/in/ada-zt-1/'],
    ['https://de.linkedin.com/in/ada-zt-1?trk=x#top', 'https://de.linkedin.com/in/ada-zt-1?trk=x#top'],
    ['HTTPS://WWW.LINKEDIN.COM/in/ada-zt-1', 'https://www.linkedin.com/in/ada-zt-1'],
    ['https://www.linkedin.com', 'https://www.linkedin.com/'],
    ['https://www.linkedin.com/in/jos%C3%A9-zt-2', 'https://www.linkedin.com/in/jos%C3%A9-zt-2'],
  ])('opens %s', (stored, opened) => {
    expect(profileLink(stored)).toBe(opened);
  });

  it.each([
    [null],
    [''],
    [' '],
    ['linkedin.com/in/ada-zt-1'],
    ['//www.linkedin.com/in/ada-zt-1'],
    ['http://www.linkedin.com/in/ada-zt-1'],
    ['javascript:alert(1)'],
    ['java\nscript:alert(1)'],
    ['javascript://www.linkedin.com/%0aalert(1)'],
    ['file:///etc/hosts'],
    ['smb://www.linkedin.com/share'],
    ['\\\\www.linkedin.com\\share'],
    ['data:text/html,<script>alert(1)</script>'],
    ['blob:https://www.linkedin.com/1'],
    ['ms-x:https://www.linkedin.com/'],
    ['vbscript:msgbox(1)'],
    ['https://user@www.linkedin.com/in/ada-zt-1'],
    ['https://user:word@www.linkedin.com/in/ada-zt-1'],
    ['https://www.linkedin.com@evil.test/'],
    ['https://www.linkedin.com:443/in/ada-zt-1'],
    ['https://www.linkedin.com:8443/in/ada-zt-1'],
    ['https://linkedin.com.evil.test/in/ada-zt-1'],
    ['https://evil-linkedin.com/in/ada-zt-1'],
    ['https://evillinkedin.com/'],
    ['https://evil.test/linkedin.com'],
    ['https://evil.test/?https://www.linkedin.com/'],
    ['https://evil.test#.linkedin.com'],
    ['https://evil.test\\@www.linkedin.com/'],
    ['https://www.linkedin.com\\@evil.test/'],
    ['https://www.lınkedin.com/in/ada-zt-1'],
    ['https://www.linkedın.com/in/ada-zt-1'],
    ['https://www.linkedin。com/in/ada-zt-1'],
    ['https://www.ⓛinkedin.com/in/ada-zt-1'],
    ['https://www.linkedin.com./in/ada-zt-1'],
    ['https://..linkedin.com/'],
    ['https:www.linkedin.com/in/ada-zt-1'],
    ['https:/www.linkedin.com/in/ada-zt-1'],
    ['https:///www.linkedin.com/in/ada-zt-1'],
    [' https://www.linkedin.com/in/ada-zt-1'],
    ['https://www.linkedin.com/in/ada\n-zt-1'],
    ['https://www.linkedin.com/in/ada\u0000-zt-1'],
    ['https://www.linkedin.com/in/ada\u00a0-zt-1'],
    ['https://www.linkedin.com/in/ada\\zt-1'],
    [`https://www.linkedin.com/in/${'a'.repeat(2_048)}`],
  ])('refuses %j', (stored) => {
    expect(profileLink(stored)).toBeNull();
  });
});
