/** An e-mail address as it is compared: the same however it is written. */
export const normalAddress = (email: string): string => email.trim().normalize("NFKC").toLowerCase();
