import { deliveryPorts } from "../runtime/dependencies/delivery.ts";
import { readEnvironment } from "../runtime/environment.ts";
import { deliveryFunction } from "./deliver.ts";

export const handler = deliveryFunction(deliveryPorts(readEnvironment("delivery")));
