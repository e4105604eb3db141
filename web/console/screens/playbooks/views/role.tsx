import type { ComponentChildren, JSX } from "preact";
import { listed, minutesInWords } from "../../../../shared/words.ts";
import type { Book, BookView } from "../reading/book.ts";

type Role = Book["role"];

/** What the role is, as everybody who judges should know it. */
export default function RoleView({ book }: BookView): JSX.Element {
  const { role } = book;
  return (
    <div class="book">
      <p class="lede">{book.summary}</p>
      <dl class="role-facts panel">
        <Fact name="Function">{role.function}</Fact>
        <Fact name="Core focus">{role.core_focus}</Fact>
        <Fact name="Scope">{role.scope}</Fact>
        <Fact name="Level">{role.level}</Fact>
        {role.work_mode && <Fact name="Way of working">{role.work_mode}</Fact>}
        <Fact name="Assessment">{minutesInWords(book.minutes)}</Fact>
      </dl>
      <Traits title="Responsibilities" traits={role.responsibilities} />
      <Traits title="Hard skills" traits={role.hard_skills.map(marked)} />
      <Traits title="Soft skills" traits={role.soft_skills} />
      <Traits title="Attitude" traits={role.attitude_traits} />
      <Tools tools={role.tools} />
      <Traits
        title="Easily mistaken for"
        traits={role.adjacent_roles.map(({ title, difference }) => ({ title, text: difference }))}
      />
    </div>
  );
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }): JSX.Element => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const marked = ({ title, text, required }: Role["hard_skills"][number]) => ({
  title: required ? title : `${title} (a plus)`,
  text,
});

type TraitsProps = { title: string; traits: readonly { title: string; text: string }[] };

const Traits = ({ title, traits }: TraitsProps): JSX.Element | false =>
  traits.length > 0 && (
    <section>
      <h2>{title}</h2>
      <dl class="traits">
        {traits.map((trait) => (
          <div key={trait.title}>
            <dt>{trait.title}</dt>
            <dd>{trait.text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );

const Tools = ({ tools }: { tools: Role["tools"] }): JSX.Element | false =>
  tools.length > 0 && (
    <Traits title="Tools" traits={tools.map(({ group, items }) => ({ title: group, text: listed(items) }))} />
  );
