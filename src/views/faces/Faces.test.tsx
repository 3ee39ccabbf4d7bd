import { render, screen } from '@testing-library/react';

import EmptyFace from './EmptyFace';
import { ErrorFace, LoadingFace } from './Faces';

describe('faces', () => {
  it.each([
    ['noQueries', 'No query yet'],
    ['noNumericField', 'No numeric field'],
    ['noTimeField', 'No time field'],
    ['noData', 'No data'],
  ] as const)('says %s and how to mend it', (reason, words) => {
    render(<EmptyFace reason={reason} />);
    expect(screen.getByText(words)).toBeVisible();
  });

  it('tells that it is loading', () => {
    render(<LoadingFace />);
    expect(screen.getByRole('status')).toHaveTextContent('Loading…');
  });

  it('tells what a failed query said', () => {
    render(<ErrorFace errors={[{ refId: 'B', message: 'a & b < c' }]} />);
    expect(screen.getByRole('alert')).toHaveTextContent('Query B failed: a & b < c');
  });
});
