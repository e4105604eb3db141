import type { StaffMember } from "../ports/staff.ts";
import { type Page, type PageInput, pageOfAll } from "./page.ts";
import type { Ports } from "./ports.ts";

/** What colleagues see of a person. */
type StaffView = Omit<StaffMember, "sign_in" | "roles"> & { roles: StaffMember["roles"][number][] };

/** Everybody who has signed in so far, as their last token told. */
export const listStaff =
  (ports: Pick<Ports, "staff">) =>
  async (input: PageInput = {}): Promise<Page<StaffView>> =>
    pageOfAll((await ports.staff.list()).map(staffView), input, ({ id }) => id);

const staffView = ({ id, name, roles, last_seen }: StaffMember): StaffView => ({
  ...{ id, name, last_seen },
  roles: [...roles],
});
