import { CollapsibleGroup } from './CollapsibleGroup';
import { OptionField } from './OptionField';
import { OptionGroup } from './optionGroups';

interface OptionGroupListProps {
  groups: readonly OptionGroup[];
  isForcedOpen?: boolean;
  isNested?: boolean;
}

/** Groups of options, with the groups below them. */
export function OptionGroupList({ groups, isForcedOpen, isNested }: OptionGroupListProps) {
  return (
    <>
      {groups.map(({ id, title, rows, groups: below, itemsCount }) => (
        <CollapsibleGroup
          key={id}
          id={id}
          title={title}
          count={itemsCount}
          isForcedOpen={isForcedOpen}
          isNested={isNested}
        >
          {rows.map((row) => (
            <OptionField key={row.id} row={row} groupTitle={title} />
          ))}
          <OptionGroupList groups={below} isForcedOpen={isForcedOpen} isNested />
        </CollapsibleGroup>
      ))}
    </>
  );
}
