/**
 * Every screen, once. Adding one is adding one entry: the rail, the addresses, the command bar and the keys follow.
 *
 * A screen is shown for its path and everything under it (`/people`, `/people/12`), and splits the rest itself with wouter's
 * `Switch` and `Route`. It is loaded when it is first opened, but for the first screen, which comes with the page.
 */
import {
  Database,
  FileUp,
  HandHelping,
  Layers,
  type LucideIcon,
  Map as MapIcon,
  Shapes,
  Sparkles,
  Sun,
  Target,
  Users,
  Waypoints,
} from 'lucide-react';
import { type ComponentType, lazy } from 'react';
import TodayScreen from './today/TodayScreen.tsx';

export interface Screen {
  path: string;
  title: string;
  icon: LucideIcon;
  /** Pressed after `g`. */
  key: string;
  /** Screens without a place in the rail are reached by address or from another screen. */
  isInRail: boolean;
  component: ComponentType;
}

/** By far the largest screen: fetched before it is asked for. */
export const loadMapScreen = () => import('./map/MapScreen.tsx');

const today: Screen = {
  path: '/today',
  title: 'Today',
  icon: Sun,
  key: 'h',
  isInRail: true,
  component: TodayScreen,
};

export const SCREENS: readonly Screen[] = [
  today,
  {
    path: '/targets',
    title: 'Targets',
    icon: Target,
    key: 't',
    isInRail: true,
    component: lazy(() => import('./targets/TargetsScreen.tsx')),
  },
  {
    path: '/people',
    title: 'People',
    icon: Users,
    key: 'p',
    isInRail: true,
    component: lazy(() => import('./people/PeopleScreen.tsx')),
  },
  {
    path: '/map',
    title: 'Map',
    icon: MapIcon,
    key: 'm',
    isInRail: true,
    component: lazy(loadMapScreen),
  },
  {
    path: '/top',
    title: 'Top contacts',
    icon: Sparkles,
    key: 'c',
    isInRail: true,
    component: lazy(() => import('./top/TopScreen.tsx')),
  },
  {
    path: '/asks',
    title: 'Asks & gives',
    icon: HandHelping,
    key: 'a',
    isInRail: true,
    component: lazy(() => import('./asks/AsksScreen.tsx')),
  },
  {
    path: '/data',
    title: 'Data',
    icon: Database,
    key: 'd',
    isInRail: true,
    component: lazy(() => import('./data/DataScreen.tsx')),
  },
  {
    path: '/circles',
    title: 'Circles',
    icon: Shapes,
    key: 'o',
    isInRail: false,
    component: lazy(() => import('./circles/CirclesScreen.tsx')),
  },
  {
    path: '/connectors',
    title: 'Connectors',
    icon: Waypoints,
    key: 'b',
    isInRail: false,
    component: lazy(() => import('./connectors/ConnectorsScreen.tsx')),
  },
  {
    path: '/triage',
    title: 'Sort who you know',
    icon: Layers,
    key: 's',
    isInRail: false,
    component: lazy(() => import('./triage/TriageScreen.tsx')),
  },
  {
    path: '/import',
    title: 'Import',
    icon: FileUp,
    key: 'i',
    isInRail: false,
    component: lazy(() => import('./import/ImportScreen.tsx')),
  },
];

/** Where Weft opens. */
export const FIRST_SCREEN = today;

/** The page that shows every part; for those who work on Weft. */
export const DesignPage = lazy(() => import('./design/DesignPage.tsx'));
