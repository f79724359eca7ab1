import './read-problem-list.css';

type ReadProblemListProps = { readonly problems: readonly { readonly pointer: string; readonly sentence: string }[] };

/** Where in a file something is wrong, as a JSON pointer, and what. */
export const ReadProblemList = ({ problems }: ReadProblemListProps) => (
  <ul className="read-problems" tabIndex={0} aria-label="What is wrong">
    {problems.map(({ pointer, sentence }) => (
      <li key={`${pointer} ${sentence}`} data-selectable>
        <code>{pointer === '' ? 'whole file' : pointer}</code>
        <span>{sentence}</span>
      </li>
    ))}
  </ul>
);
