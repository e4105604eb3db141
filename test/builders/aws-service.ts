import type { AddressInfo, Server } from "node:net";
import { afterAll, beforeAll } from "vitest";

/** For the tests of a file: clients of one AWS service (`KMS`, `LAMBDA`, …) find this server in its place. */
export function standInFor(service: string, server: Server): void {
  const before = { ...process.env };
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    Object.assign(process.env, {
      [`AWS_ENDPOINT_URL_${service}`]: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      AWS_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
    });
  });
  afterAll(() => {
    process.env = before;
    server.close();
  });
}
