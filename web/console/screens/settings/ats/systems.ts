import type { AtsName } from "#shared/domain/ats/order.ts";

export type System = {
  name: AtsName;
  title: string;
  /** What it takes to connect it, in the order of the steps. */
  steps: readonly string[];
  /** Where the system is to call, after the company's address. */
  address: string;
  /** Which of the settings it has beside those that all have. */
  fields: readonly ("base_url" | "codename" | "mapping")[];
};

const KEY_STEP = "Make an API key with the scope named below, and no other.";

/** The systems there are adapters for, with what the guide of each says in short. */
export const SYSTEMS: readonly System[] = [
  {
    name: "greenhouse",
    title: "Greenhouse",
    steps: [
      KEY_STEP,
      "Give Greenhouse's partner team the key and the address; they call it with list_tests, send_test, test_status and response_error.",
      "Enter below the key that Greenhouse gives you for calls in the other direction.",
    ],
    address: "/v1/ats/greenhouse",
    fields: [],
  },
  {
    name: "ashby",
    title: "Ashby",
    steps: [
      KEY_STEP,
      "Give Ashby the key and the address; they call assessment.list, assessment.start and assessment.cancel.",
      "Enter below an API key of Ashby's that may write candidates.",
    ],
    address: "/v1/ats/ashby",
    fields: ["base_url"],
  },
  {
    name: "workable",
    title: "Workable",
    steps: [
      KEY_STEP,
      "Give Workable the key and the address; they call tests and assessments.",
      "Enter below the token that Workable gives you for its callbacks.",
    ],
    address: "/v1/ats/workable",
    fields: [],
  },
  {
    name: "recruitee",
    title: "Recruitee",
    steps: [
      KEY_STEP,
      "Register as a partner with Recruitee: give them the key and the address.",
      "Enter below the code name and the token that they give you.",
    ],
    address: "/v1/ats/recruitee",
    fields: ["base_url", "codename"],
  },
  {
    name: "generic",
    title: "Any other system",
    steps: [
      KEY_STEP,
      "Have the system send its “stage changed” webhook to the address, with the key as bearer token.",
      "Say below where in the webhook's body everything stands. Results come back by your own webhook endpoint.",
    ],
    address: "/v1/ats/generic",
    fields: ["mapping"],
  },
];
