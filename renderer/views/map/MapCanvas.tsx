import type cytoscape from 'cytoscape';
import { Maximize2, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { MapPicture } from '../../../shared/contract/map.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { useTheme } from '../../state/theme-state.ts';
import { emphasize, makeCytoscape, showPicture } from './cytoscape-map.ts';
import {
  clearCanvas,
  drawLabels,
  drawLinks,
  drawRegions,
  type Emphasis,
  RING_GAP,
  type Viewport,
} from './draw-ground.ts';
import { fitOf } from './fit-picture.ts';
import styles from './MapCanvas.module.css';
import { type MapColors, readMapColors } from './map-colors.ts';
import { type Direction, stepFrom } from './map-neighbors.ts';

export interface MapCanvasProps {
  picture: MapPicture;
  selected: string | null;
  lit: ReadonlySet<string> | null;
  isOnly: boolean;
  /** The chosen disc. */
  region: number | null;
  onSelect: (id: string | null) => void;
  /** A region's ground was clicked. */
  onRegion: (region: number) => void;
  /** Enter, or a click on folded people. */
  onOpen: (id: string) => void;
  onColors: (colors: MapColors) => void;
}

const ARROWS: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/** Owns the one cytoscape: dots and lines in it, discs under it and words over it on canvases of our own. */
export function MapCanvas(props: MapCanvasProps) {
  const { picture, selected, lit, isOnly, region } = props;
  const frame = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLCanvasElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLCanvasElement>(null);
  const map = useRef<cytoscape.Core | null>(null);
  const paint = useRef<() => void>(() => undefined);
  const latest = useRef(props);
  latest.current = props;
  const hovered = useRef<string | null>(null);
  const fitted = useRef('');
  const isWhole = useRef(true);
  const showAll = useCallback((cy: cytoscape.Core, whole: MapPicture): void => {
    fitAll(cy, whole);
    isWhole.current = true;
  }, []);
  const { theme } = useTheme();
  const isDark = usePrefersDark();
  const [colors, setColors] = useState<MapColors | null>(null);

  useEffect(() => {
    const container = stage.current;
    if (container === null) return;
    const cy = makeCytoscape(container);
    map.current = cy;
    cy.on('tap', (event) => {
      const { onSelect, onRegion, onOpen, picture: now } = latest.current;
      if (event.target !== cy) {
        const id = String(event.target.id());
        if (id.startsWith('f')) onOpen(id);
        else onSelect(id);
        return;
      }
      const { x, y } = event.position;
      const region = now.regions.find((one) => Math.hypot(one.x - x, one.y - y) <= one.radius);
      onSelect(null);
      if (region !== undefined) onRegion(region.region);
    });
    cy.on('mouseover mouseout', 'node', (event) => {
      hovered.current = event.type === 'mouseover' ? String(event.target.id()) : null;
      container.style.cursor = hovered.current === null ? '' : 'pointer';
      paint.current();
    });
    cy.on('viewport', () => paint.current());
    cy.on('resize', () => {
      // Who has not moved the picture wants to see all of it in the new size, too.
      if (isWhole.current) showAll(cy, latest.current.picture);
      paint.current();
    });
    cy.on('pan zoom', () => {
      isWhole.current = false;
    });
    return () => {
      cy.destroy();
      map.current = null;
    };
  }, [showAll]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is what changes the colours read from the page
  useEffect(() => {
    if (frame.current === null) return;
    const read = readMapColors(frame.current);
    setColors(read);
    latest.current.onColors(read);
  }, [theme, isDark]);

  useEffect(() => {
    const cy = map.current;
    if (cy === null || colors === null) return;
    const stop = showPicture(cy, picture, colors, (added) => {
      const now = latest.current;
      if (now.lit !== null) emphasize(added, now);
    });
    // Another question is another picture to look at; the same one keeps the place one has moved to.
    const shape = picture.mode === 'route' ? `route ${picture.sentence}` : `${picture.mode} ${picture.status}`;
    if (fitted.current !== shape) showAll(cy, picture);
    fitted.current = shape;
    return stop;
  }, [picture, colors, showAll]);

  const isEmphasized = useRef(false);
  useEffect(() => {
    const cy = map.current;
    if (cy === null || (lit === null && !isEmphasized.current)) return;
    isEmphasized.current = lit !== null;
    cy.batch(() => emphasize(cy.elements(), { lit, isOnly, selected }));
  }, [lit, isOnly, selected]);

  paint.current = () => {
    const cy = map.current;
    if (cy === null || colors === null || ground.current === null || words.current === null) return;
    const viewport: Viewport = { zoom: cy.zoom(), pan: cy.pan(), width: cy.width(), height: cy.height() };
    const ringed = selected ?? answerOf(picture);
    const emphasis: Emphasis = { selected, ringed, hovered: hovered.current, lit, isOnly, region };
    const below = clearCanvas(ground.current, viewport);
    if (below !== null) {
      drawLinks(below, picture, colors, viewport, emphasis);
      drawRegions(below, picture, colors, viewport, emphasis);
    }
    const above = clearCanvas(words.current, viewport);
    if (above === null) return;
    drawRing(above, picture, colors, viewport, ringed);
    drawLabels(above, picture, colors, viewport, emphasis);
  };
  useEffect(() => paint.current());

  useEffect(() => {
    const cy = map.current;
    const node = picture.nodes.find(({ id }) => id === selected);
    if (cy === null || node === undefined) return;
    flyTo(cy, node);
  }, [selected, picture]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const cy = map.current;
    if (cy === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = ARROWS[event.key];
    if (direction !== undefined) {
      const next = selected === null ? (picture.nodes[0]?.id ?? null) : stepFrom(picture, selected, direction);
      if (next !== null) props.onSelect(next);
    } else if (event.key === 'Enter' && selected !== null) props.onOpen(selected);
    else if (event.key === 'Escape') props.onSelect(null);
    else if (event.key === '+' || event.key === '=') zoomBy(cy, 1.3);
    else if (event.key === '-') zoomBy(cy, 1 / 1.3);
    else if (event.key === '0') showAll(cy, picture);
    else return;
    event.preventDefault();
  };

  const name = picture.nodes.find(({ id }) => id === selected)?.label;
  return (
    <div ref={frame} className={styles.frame}>
      <canvas ref={ground} className={styles.layer} />
      <div
        className={styles.keys}
        role="application"
        aria-label="Map. Arrow keys walk among neighbours, Enter opens, Escape clears. The list beside it holds the same people."
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one walks through the picture with arrow keys; the list says the same
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div ref={stage} className={styles.stage} />
      </div>
      <canvas ref={words} className={styles.words} />
      <p className={styles.readAloud} aria-live="polite">
        {name === undefined ? '' : `${name} is chosen.`}
      </p>
      <div className={styles.zoom}>
        <IconButton icon={Plus} label="Closer" keys="+" onClick={() => map.current && zoomBy(map.current, 1.3)} />
        <IconButton icon={Minus} label="Farther" keys="-" onClick={() => map.current && zoomBy(map.current, 1 / 1.3)} />
        <IconButton
          icon={Maximize2}
          label="Show all"
          keys="0"
          onClick={() => map.current && showAll(map.current, picture)}
        />
      </div>
    </div>
  );
}

/** Whom the sentence above the map names: a ring shows at once where they are. */
function answerOf({ mode, status, nodes }: MapPicture): string | null {
  if (mode !== 'connectors' || status !== 'drawn') return null;
  return nodes.find(({ kind, isOwner, bridges }) => kind === 'person' && !isOwner && bridges.length > 0)?.id ?? null;
}

function drawRing(
  context: CanvasRenderingContext2D,
  picture: MapPicture,
  colors: MapColors,
  { zoom, pan }: Viewport,
  ringed: string | null,
): void {
  const node = picture.nodes.find(({ id }) => id === ringed);
  if (node === undefined) return;
  context.strokeStyle = colors.accent;
  context.lineWidth = 2.5;
  context.beginPath();
  context.arc(node.x * zoom + pan.x, node.y * zoom + pan.y, (node.size * zoom) / 2 + RING_GAP, 0, 2 * Math.PI);
  context.stroke();
}

/** Discs included, which cytoscape does not know. */
function fitAll(cy: cytoscape.Core, picture: MapPicture): void {
  const fit = fitOf(picture, { width: cy.width(), height: cy.height() });
  if (fit !== null) cy.viewport(fit);
}

/** Moves only if somebody cannot be seen well. */
function flyTo(cy: cytoscape.Core, { x, y, size }: { x: number; y: number; size: number }): void {
  const seen = { x: x * cy.zoom() + cy.pan().x, y: y * cy.zoom() + cy.pan().y };
  const isInside = seen.x > 24 && seen.y > 24 && seen.x < cy.width() - 24 && seen.y < cy.height() - 24;
  if (isInside && size * cy.zoom() >= 6) return;
  const zoom = Math.max(cy.zoom(), 0.75);
  const pan = { x: cy.width() / 2 - x * zoom, y: cy.height() / 2 - y * zoom };
  cy.stop();
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) cy.viewport({ zoom, pan });
  else cy.animate({ zoom, pan }, { duration: 180, easing: 'ease-out' });
}

function zoomBy(cy: cytoscape.Core, factor: number): void {
  cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
}

function usePrefersDark(): boolean {
  const [isDark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const media = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => setDark(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return isDark;
}
