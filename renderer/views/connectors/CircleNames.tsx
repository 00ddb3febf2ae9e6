import { Fragment } from 'react';
import { cutLabel } from '../../components/graphemes.ts';

/** Names of circles in a row, as they stand outside a sentence; each is set apart, so that no mark in one turns the next. */
export function CircleNames({ circles }: { circles: readonly string[] }) {
  return circles.map((name, place) => (
    <Fragment key={name}>
      {place > 0 && ' · '}
      <bdi>{cutLabel(name.replace(/^the(?=ir own circle$| )/, 'The')).label}</bdi>
    </Fragment>
  ));
}
