import { Copy, Pencil, Plus, Search, Star, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox, Radio } from '../../components/Choice.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { SelectField, TextArea, TextField } from '../../components/Field.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { StrengthBars } from '../../components/StrengthBars.tsx';
import { Tag } from '../../components/Tag.tsx';
import { TieLegend } from '../../components/TieLine.tsx';
import { Tooltip } from '../../components/Tooltip.tsx';
import { showToast } from '../../state/toast-state.ts';
import { ExampleRoutes } from './ExampleRoutes.tsx';
import { ExampleTable } from './ExampleTable.tsx';
import { Palette } from './Palette.tsx';
import styles from './Parts.module.css';
import { Show } from './Show.tsx';

const NAMES = [
  'Petra Lindqvist',
  'Bartholomew Featherstonehaugh-Cholmondeley of Upper Wexcombe',
  '\u202eanavI\u202c Mora',
  'Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308algo',
  'ليلى حداد',
  ' ',
];

/** All parts in one theme. */
export function Parts({ theme }: { theme: string }) {
  return (
    <>
      <Show title="Colours and type" from="styles/tokens.css">
        <Palette />
      </Show>
      <Controls theme={theme} />
      <Show title="Strength" from="StrengthBars.tsx">
        <StrengthBars s={null} band="unknown" />
        <StrengthBars s={0.2} band="weak" />
        <StrengthBars s={0.5} band="moderate" />
        <StrengthBars s={0.7} band="strong" />
        <StrengthBars s={0.93} band="strong" />
      </Show>
      <Show title="Routes and tie lines" from="RouteLane.tsx, TieLine.tsx">
        <div className={styles.whole}>
          <TieLegend />
          <ExampleRoutes />
        </div>
      </Show>
      <Show title="Names" from="PersonName.tsx">
        <ul className={styles.names}>
          {NAMES.map((name) => (
            <li key={name}>
              <PersonName name={name} isStrong /> sits at Kestrel
            </li>
          ))}
        </ul>
      </Show>
      <Show title="Table" from="DataTable.tsx">
        <ExampleTable />
      </Show>
      <Notices />
    </>
  );
}

function Controls({ theme }: { theme: string }) {
  const [closeness, setCloseness] = useState<'0' | '1' | '2' | '3' | '4' | null>('3');
  const [isOpen, setOpen] = useState<'middle' | 'wide' | 'side' | null>(null);
  return (
    <>
      <Show title="Buttons" from="Button.tsx, IconButton.tsx">
        <Button kind="primary">Import</Button>
        <Button icon={Plus}>Add a target</Button>
        <Button kind="quiet">Why</Button>
        <Button kind="danger" icon={Trash2}>
          Erase all
        </Button>
        <Button kind="primary" disabled>
          Import
        </Button>
        <Button disabled>Undo</Button>
        <Button size="s">Cancel</Button>
        <Button size="s" kind="quiet" icon={Copy}>
          Copy
        </Button>
        <IconButton icon={Pencil} label="Edit" />
        <IconButton icon={Star} label="Keep in sight" isPressed />
        <IconButton icon={Trash2} label="Forget" disabled />
      </Show>
      <Show title="Fields" from="Field.tsx">
        <div className={styles.fields}>
          <TextField label="Company" placeholder="Kestrel" hint="As it stands on LinkedIn." />
          <TextField label="Find people" isLabelHidden icon={Search} type="search" placeholder="Search every field" />
          <TextField
            label="Profile address"
            defaultValue="kestrel"
            error="An address starts with https://www.linkedin.com/in/."
          />
          <TextField label="Export day" defaultValue="3 May 2026" disabled />
          <SelectField label="Kind of ask" defaultValue="introduction">
            <option value="introduction">An introduction</option>
            <option value="name-use">To use their name</option>
            <option value="advice">Advice</option>
          </SelectField>
          <TextArea label="Why you ask" defaultValue="I would like to learn how the data team at Kestrel is set up." />
        </div>
      </Show>
      <Show title="Choices" from="Choice.tsx, SegmentedControl.tsx">
        <fieldset className={styles.choices}>
          <legend className={styles.legend}>Who is me</legend>
          <Radio name={`me-${theme}`} defaultChecked>
            Ada Moreno
          </Radio>
          <Radio name={`me-${theme}`} hint="Wrote 14 of the messages">
            Somebody else
          </Radio>
        </fieldset>
        <div>
          <Checkbox defaultChecked>With private notes</Checkbox>
          <Checkbox isMixed>12 of 40 people</Checkbox>
          <Checkbox disabled>Not in this file</Checkbox>
        </div>
        <SegmentedControl
          label={`How close you are (${theme})`}
          options={(['0', '1', '2', '3', '4'] as const).map((value) => ({ value, label: value }))}
          value={closeness}
          onChange={setCloseness}
        />
      </Show>
      <Show title="Small things" from="Tag.tsx, Kbd.tsx, Tooltip.tsx">
        <Tag>dormant</Tag>
        <Tag tone="accent">Chess club</Tag>
        <Tag tone="attention">maybe the same</Tag>
        <Tag tone="accent" onRemove={() => {}} removeLabel="Remove Kestrel">
          Kestrel
        </Tag>
        <Kbd keys="Ctrl K" />
        <Tooltip text="3 March 2026">
          <button type="button" className={styles.date}>
            in March
          </button>
        </Tooltip>
      </Show>
      <Show title="Sheets and toasts" from="Sheet.tsx, state/toast-state.ts">
        {(['middle', 'wide', 'side'] as const).map((shape) => (
          <Button key={shape} onClick={() => setOpen(shape)}>
            Open: {shape}
          </Button>
        ))}
        <Button
          onClick={() => showToast('Ask to Petra logged.', { label: 'Undo', run: () => showToast('Taken back.') })}
        >
          Toast with undo
        </Button>
        <Sheet
          isOpen={isOpen !== null}
          onClose={() => setOpen(null)}
          title="Ask Petra for an introduction"
          lead="She wrote to you in March and sits with Tom at Kestrel."
          shape={isOpen ?? 'middle'}
          actions={
            <>
              <Button onClick={() => setOpen(null)}>Not now</Button>
              <Button kind="primary" onClick={() => setOpen(null)}>
                Log the ask
              </Button>
            </>
          }
        >
          <div className={styles.fields}>
            <TextArea label="Why you ask" hint="For Petra." />
            <TextArea label="What is in it for Tom" />
          </div>
        </Sheet>
      </Show>
    </>
  );
}

function Notices() {
  return (
    <>
      <Show title="Progress and waiting" from="ProgressBar.tsx, Skeleton.tsx">
        <div className={styles.stack}>
          <ProgressBar step="Reading messages.csv" done={128_400} total={300_000} unit="rows" onCancel={() => {}} />
          <ProgressBar step="Judging ties" done={1_204} total={null} unit="people" />
          <ProgressBar step="Reading messages.csv" done={128_400} total={300_000} onCancel={() => {}} isCancelling />
          <Skeleton label="Loading routes" />
        </div>
      </Show>
      <Show title="Failures" from="ErrorNotice.tsx">
        <div className={styles.stack}>
          <ErrorNotice
            error={
              new WeftError('place', 'no-space', 'Not enough space: about 40 MB needed, 3 MB free. Nothing changed.')
            }
            advice="Make room on this disk, then import the file again."
            actions={<Button size="s">Try again</Button>}
          />
        </div>
      </Show>
      <Show title="Empty" from="EmptyState.tsx">
        <div className={styles.whole}>
          <EmptyState
            title="No targets yet"
            actions={
              <>
                <Button kind="primary">Add a target</Button>
                <Button>Take them from your applications</Button>
              </>
            }
          >
            Name a company or a person you want to reach, and Weft looks for who can bring you there.
          </EmptyState>
        </div>
      </Show>
    </>
  );
}
