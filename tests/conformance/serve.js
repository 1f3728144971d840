// Runs the server until whoever started it lets go of its standard input: so it ends with the command, however that ends.
process.stdin.on("close", () => process.exit(0)).resume();
require("@microsoft.azure/autorest.testserver/dist/cli/cli.js");
