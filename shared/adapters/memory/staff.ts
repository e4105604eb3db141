import type { StaffDirectory, StaffMember } from "../../ports/staff.ts";

export function memoryStaff(): StaffDirectory {
  const members = new Map<string, StaffMember>();
  return {
    read: async (id) => members.get(id),
    save: async (member) => void members.set(member.id, member),
    list: async () => [...members.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
