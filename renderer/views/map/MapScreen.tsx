/** Who bridges my circles: a sentence, the map, and the list that says the same. */
import { Shapes } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link, useSearch } from 'wouter';
import type { MapPicture } from '../../../shared/contract/map.ts';
import { countOf, groupDigits } from '../../../shared/model/words.ts';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { circlesAddress, hrefTo, importAddress, personAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { connectorsAddress } from '../connectors/connectors-address.ts';
import { AnswerToCome } from '../frame/AnswerToCome.tsx';
import { Page } from '../frame/Page.tsx';
import { Sentence } from '../targets/Sentence.tsx';
import { MapCanvas } from './MapCanvas.tsx';
import { MapCircles } from './MapCircles.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapList } from './MapList.tsx';
import { PersonPanel, RegionPanel, WhatIfPanel } from './MapPanel.tsx';
import styles from './MapScreen.module.css';
import { MapSearch } from './MapSearch.tsx';
import { askedOfMap, FIRST_QUESTION, type MapQuestion, mapAddress, readMapAddress } from './map-address.ts';
import type { MapColors } from './map-colors.ts';
import { MAP_MODES } from './map-modes.ts';
import { aroundNode } from './map-neighbors.ts';
import { RouteGoal } from './RouteGoal.tsx';
import { RouteStart } from './RouteStart.tsx';
import { SavePicture } from './SavePicture.tsx';

export default function MapScreen() {
  const question = readMapAddress(useSearch());
  const answer = useQuestion('getMap', askedOfMap(question));
  if (answer.data === undefined) {
    return (
      <Page title="Map">
        <AnswerToCome
          asked={['getMap', askedOfMap(question)]}
          answer={answer}
          label="Drawing your circles"
          stopped={{ title: 'The map is not drawn', again: 'Draw it' }}
        />
      </Page>
    );
  }
  return <MapView picture={answer.data} question={question} isWaiting={answer.isPlaceholderData} />;
}

function MapView({ picture, question, isWaiting }: { picture: MapPicture; question: MapQuestion; isWaiting: boolean }) {
  const [picked, setPicked] = useState<string | null>(null);
  const [region, setRegion] = useState<number | null>(null);
  const [side, setSide] = useState<(typeof SIDES)[number]['value']>('findings');
  const [colors, setColors] = useState<MapColors | null>(null);
  const [hasCanvas] = useState(canDraw);

  const ask = (next: Partial<MapQuestion>): void => navigate(mapAddress({ ...question, ...next }));
  // Whom the address names is chosen, until somebody else is.
  const focused = question.focus === null ? null : String(question.focus);
  const wanted = picked ?? focused;
  const selected = picture.nodes.some(({ id }) => id === wanted) ? wanted : null;
  const node = picture.nodes.find(({ id }) => id === selected);
  const select = (id: string | null): void => {
    setPicked(id);
    setRegion(null);
    if (id === null && question.focus !== null) ask({ focus: null, isOnly: false, depth: 1 });
  };
  const lit = useMemo(
    () => (selected === null || picture.mode === 'route' ? null : aroundNode(picture, selected, question.depth)),
    [picture, selected, question.depth],
  );
  const isOnly = question.isOnly && lit !== null;
  const inSight = useMemo(
    () => (isOnly && lit !== null ? picture.nodes.filter(({ id }) => lit.has(id)) : picture.nodes),
    [picture, lit, isOnly],
  );
  const open = (id: string): void => {
    if (id.startsWith('f')) ask({ unfold: [Number(id.slice(1)), ...question.unfold] });
    else navigate(personAddress(Number(id)));
  };
  const goTo = (id: number): void => {
    setPicked(String(id));
    setRegion(null);
    if (!picture.nodes.some((one) => one.id === String(id)))
      ask({ focus: id, ...(picture.mode === 'route' && { mode: 'connectors' }) });
  };
  const changeMode = (mode: MapQuestion['mode']): void => {
    setPicked(null);
    setRegion(null);
    navigate(
      mapAddress({
        ...FIRST_QUESTION,
        mode,
        unfold: question.unfold,
        ...(mode === 'without' &&
          node?.person &&
          node.kind === 'person' &&
          node.ties > 0 && { without: node.person.id }),
      }),
    );
  };
  const chooseRegion = (number: number | null): void => {
    select(null);
    setRegion(number);
  };
  // Circles are what routes are drawn without; a picture that cannot be drawn is read from its list.
  const shownSide =
    side === 'circles' && picture.regions.length === 0
      ? 'list'
      : hasCanvas
        ? side
        : side === 'findings'
          ? 'list'
          : side;
  const isUndrawn = picture.mode === 'route' && picture.nodes.length === 0;
  const isEmptyMap = picture.status === 'empty' && picture.mode !== 'route';

  return (
    <Page
      title="Map"
      shape="full"
      lead={
        <>
          <Sentence text={picture.sentence} />
          {ranksConnectors(picture) && (
            <>
              {' '}
              <Link href={connectorsAddress()}>As a list with reasons</Link>
            </>
          )}
        </>
      }
      actions={
        !isEmptyMap && (
          <>
            <MapSearch picture={picture} onFound={goTo} />
            <Button icon={Shapes} onClick={() => navigate(circlesAddress)}>
              Name circles
            </Button>
            {colors !== null && !isUndrawn && (
              <SavePicture picture={picture} colors={colors} shown={isOnly ? lit : null} />
            )}
          </>
        )
      }
    >
      {isEmptyMap ? (
        <EmptyState
          title="Your circles will stand here"
          actions={
            <Button kind="primary" onClick={() => navigate(importAddress)}>
              Bring your network in
            </Button>
          }
        >
          A map of who among your contacts knows whom, and who joins your circles.
        </EmptyState>
      ) : (
        <>
          <div className={styles.bar}>
            <SegmentedControl
              label="What the map shows"
              options={MAP_MODES}
              value={question.mode}
              onChange={changeMode}
            />
            {question.mode === 'route' && <RouteGoal key={question.toCompany} question={question} ask={ask} />}
          </div>
          {isOnly && node !== undefined && (
            <p className={styles.banner} role="status">
              <span>
                Only <bdi>{node.label}</bdi> and {countOf(inSight.length - 1, 'person', 'people')} around them are
                shown.
              </span>
              <Button size="s" kind="quiet" onClick={() => ask({ isOnly: false })}>
                Show everyone
              </Button>
            </p>
          )}
          <div className={styles.columns} data-waiting={isWaiting || undefined}>
            <div className={styles.main}>
              {isUndrawn ? (
                <RouteStart question={question} ask={ask} />
              ) : hasCanvas ? (
                <MapCanvas
                  picture={picture}
                  selected={selected}
                  lit={lit}
                  isOnly={isOnly}
                  onSelect={select}
                  region={region}
                  onRegion={setRegion}
                  onOpen={open}
                  onColors={setColors}
                />
              ) : (
                <p className={styles.noCanvas}>
                  This window cannot draw pictures, so the list stands for the map. It says the same.
                </p>
              )}
              {!isUndrawn && (
                <div className={styles.foot}>
                  <MapLegend
                    mode={picture.mode}
                    isKnown={picture.status === 'drawn'}
                    hasLinks={picture.links.length > 0}
                  />
                  <p className={styles.counts}>{countsWords(picture)}</p>
                </div>
              )}
            </div>
            <aside className={styles.side} aria-label="About the map">
              <SegmentedControl
                label="Beside the map"
                options={SIDES.filter(({ value }) => value !== 'circles' || picture.regions.length > 0)}
                value={shownSide}
                onChange={setSide}
              />
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
              <section className={styles.scroll} aria-label="What stands beside the map" tabIndex={0}>
                {picture.mode === 'without' && <WhatIfPanel picture={picture} />}
                {node !== undefined && <PersonPanel picture={picture} node={node} question={question} ask={ask} />}
                {node === undefined && region !== null && (
                  <RegionPanel picture={picture} region={region} question={question} ask={ask} />
                )}
                {shownSide === 'list' && (
                  <MapList picture={picture} nodes={inSight} selected={selected} onSelect={select} onOpen={open} />
                )}
                {shownSide === 'circles' && <MapCircles picture={picture} chosen={region} onRegion={chooseRegion} />}
                {shownSide === 'findings' && (
                  <Findings picture={picture} onPick={() => setPicked(null)} onSelect={select} />
                )}
              </section>
            </aside>
          </div>
        </>
      )}
    </Page>
  );
}

const SIDES = [
  { value: 'findings', label: 'Findings' },
  { value: 'circles', label: 'Circles' },
  { value: 'list', label: 'List' },
] as const;

/** Enough to see who matters. */
const MOST_FIRST = 5;

/** Sentences, each leading to the picture behind it; and what would tell more. */
function Findings({
  picture,
  onPick,
  onSelect,
}: {
  picture: MapPicture;
  onPick: () => void;
  onSelect: (id: string) => void;
}) {
  // Owners are seen whole and everybody else is not (owner bias), so they are no part of one order.
  const first = ranksConnectors(picture)
    ? picture.nodes.filter(({ kind, isOwner, bridges }) => kind === 'person' && !isOwner && bridges.length > 0)
    : [];
  return (
    <div className={styles.findings}>
      {picture.findings.length > 0 && (
        <ul>
          {picture.findings
            .filter(({ text }) => text !== picture.sentence)
            .map(({ text, view }) => (
              <li key={text}>
                <a
                  href={hrefTo(
                    mapAddress({
                      mode: view.mode,
                      focus: view.focus ?? null,
                      without: view.without ?? null,
                      toCompany: view.toCompany ?? null,
                      toPerson: view.toPerson ?? null,
                    }),
                  )}
                  onClick={onPick}
                >
                  <Sentence text={text} />
                </a>
              </li>
            ))}
        </ul>
      )}
      {first.length > 0 && (
        <>
          <h2>Who connects most</h2>
          <ol>
            {first.slice(0, MOST_FIRST).map((node) => (
              <li key={node.id}>
                <button type="button" className={styles.first} onClick={() => onSelect(node.id)}>
                  <PersonName name={node.label} isStrong />
                  <span className={styles.counts}>
                    {node.person?.company != null && (
                      <>
                        <PersonName name={node.person.company} />
                        {' · '}
                      </>
                    )}
                    ties into {countOf(node.bridges.length, 'other circle')}
                    {node.isContact ? '' : ' · not your contact'}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
      {picture.missing.length > 0 && (
        <>
          <h2>What would tell more</h2>
          <ul>
            {picture.missing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className={styles.add}>
            <Link href={importAddress}>Add an export</Link>
          </p>
        </>
      )}
    </div>
  );
}

/** The map orders people by how much they connect, as far as that is known. */
function ranksConnectors({ status, mode }: MapPicture): boolean {
  return status === 'drawn' && mode === 'connectors';
}

function countsWords({ counts, isApproximate, mode, status }: MapPicture): string {
  if (mode === 'route') return `${countOf(counts.tiesDrawn, 'tie')} drawn`;
  const { people, drawn, folded, ties, tiesDrawn } = counts;
  const sentences = [
    folded > 0
      ? `${groupDigits(drawn)} of ${countOf(people, 'person', 'people')} drawn, ${groupDigits(folded)} folded.`
      : `All ${countOf(people, 'person', 'people')} drawn.`,
    ties > 0 &&
      (tiesDrawn < ties
        ? `${groupDigits(tiesDrawn)} of ${countOf(ties, 'known tie')}.`
        : `All ${countOf(ties, 'known tie')}.`),
    status === 'drawn' && 'You are left out.',
    isApproximate && 'Sizes from a sample.',
  ];
  return sentences.filter((sentence) => sentence !== false).join(' ');
}

function canDraw(): boolean {
  return document.createElement('canvas').getContext('2d') !== null;
}
