return await Rampart.Cli.RampartProgram.RunAsync(args, Pulumi.Deployment.RunAsync<Rampart.Infra.SpiceDbStack>);
