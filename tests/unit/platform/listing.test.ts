/** Lists of files as real servers answer, and which of them is the newest backup. */
import { expect, test } from 'vitest';
import { elements, filesOfBucket, filesOfMultistatus } from '../../../utils/platform/remotes/listing.ts';
import { backupsAmong, madeAtMs } from '../../../utils/platform/remotes/newest.ts';

// As Apache 2.4 mod_dav answers a PROPFIND of depth 1.
const APACHE = `<?xml version="1.0" encoding="utf-8"?>
<D:multistatus xmlns:D="DAV:" xmlns:ns0="DAV:">
<D:response xmlns:lp1="DAV:">
<D:href>/dav/b/</D:href>
<D:propstat><D:prop><lp1:getlastmodified>Fri, 20 Nov 2026 13:00:00 GMT</lp1:getlastmodified></D:prop></D:propstat>
</D:response>
<D:response xmlns:lp1="DAV:">
<D:href>/dav/b/tallystick-auto-20261120-132943Z-1f3a.age</D:href>
<D:propstat><D:prop><lp1:getlastmodified>Fri, 20 Nov 2026 13:29:44 GMT</lp1:getlastmodified></D:prop></D:propstat>
</D:response>
<D:response xmlns:lp1="DAV:">
<D:href>/dav/b/a%26b%20&amp;c.age</D:href>
</D:response>
</D:multistatus>`;

// As S3 answers ListObjectsV2 (Amazon S3 API Reference).
const S3 = `<?xml version="1.0" encoding="UTF-8"?>
<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name><Prefix>t/</Prefix><KeyCount>1</KeyCount>
<NextContinuationToken>1ueGc&#43;==</NextContinuationToken><IsTruncated>true</IsTruncated>
<Contents><Key>t/tallystick-auto-20261120-132943Z-1f3a.age</Key><LastModified>2026-11-20T13:29:44.000Z</LastModified><ETag>&quot;x&quot;</ETag></Contents>
</ListBucketResult>`;

test('WebDAV: files by their last part, folders left out', () => {
  expect(filesOfMultistatus(APACHE)).toEqual([
    { name: 'tallystick-auto-20261120-132943Z-1f3a.age', modifiedAtMs: Date.UTC(2026, 10, 20, 13, 29, 44) },
    { name: 'a&b &c.age', modifiedAtMs: null },
  ]);
});

test('S3: files without their folder, and where the list goes on', () => {
  expect(filesOfBucket(S3, 't/')).toEqual([
    { name: 'tallystick-auto-20261120-132943Z-1f3a.age', modifiedAtMs: Date.UTC(2026, 10, 20, 13, 29, 44) },
  ]);
  expect(elements(S3, 'NextContinuationToken')).toEqual(['1ueGc+==']);
});

test('names tell which is the newest, whatever a copy did to the dates', () => {
  const file = (name: string, modifiedAtMs: number | null) => ({ name, modifiedAtMs });
  const copied = Date.UTC(2027, 0, 1);
  const files = [
    file('tallystick-auto-20261119-132943Z-77aa.age', copied),
    file('tallystick-auto-20261120-132943Z-1f3a.age', copied - 5),
    file('old.age', null),
    file('holiday.jpg', copied),
  ];
  expect(backupsAmong(files).map(({ name }) => name)).toEqual([
    'tallystick-auto-20261120-132943Z-1f3a.age',
    'tallystick-auto-20261119-132943Z-77aa.age',
    'old.age',
  ]);
  expect(madeAtMs(file('tallystick-auto-20261120-132943Z-1f3a.age', copied))).toBe(
    Date.UTC(2026, 10, 20, 13, 29, 43),
  );
});
