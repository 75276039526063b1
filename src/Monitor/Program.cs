using Monitor.Operating;

return await CommandLine.RunAsync(args);
