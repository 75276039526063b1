using System.CommandLine;
using System.Globalization;
using Monitor.Store;

namespace Monitor.Operating.Safekeeping;

/// <summary><c>restore FILE</c>: a backup takes the place of the database. Never under a running service; what it replaces is kept beside it.</summary>
internal static class RestoreVerb
{
    public static Command Create(string[] settings)
    {
        var backup = new Argument<string>("FILE") { Description = "a file made by monitor backup" };
        var command = new Command("restore", "Put a backup in the place of the database; the service must be stopped. The replaced database is kept beside it.\nExample: monitor restore /mnt/backup/monitor-2025-12-13.db") { backup };
        command.SetAction((parsed, cancellation) => RunAsync(settings, parsed.GetRequiredValue(backup), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] arguments, string backup, CancellationToken cancellation)
    {
        if (!File.Exists(backup)) throw new BadDataException($"{backup}: there is no such file");
        await using var app = StandaloneHost.Build(arguments);
        var database = StoreCopy.FileOf(app.Services.GetRequiredService<StoreAddress>(), "it has a tool of its own for this. With all services stopped: pg_restore --clean --if-exists --dbname=DATABASE FILE");
        if (!app.Services.GetRequiredService<Leader>().TryLead()) throw new UnavailableException($"a service works on {database}; stop it first, then restore");
        await StoreCopy.CheckAsync(backup, cancellation);
        var fresh = database + ".restoring";
        File.Delete(fresh);
        await StoreCopy.WriteAsync(backup, fresh, cancellation);
        var aside = SetAside(database);
        File.Move(fresh, database);
        Console.WriteLine(
            $"""
            {database} is now {backup}.{(aside is null ? "" : $" The database that was there is {aside}.")}
            Start the service with the keys that belong to it. Changes that happened since the backup are found and told anew.
            """);
        return CommandLine.Good;
    }

    /// <summary>With its log, without which it would lack its latest commits; the log goes first, so that it never stands beside another database.</summary>
    private static string? SetAside(string database)
    {
        if (!File.Exists(database)) return null;
        var aside = $"{database}.replaced-{DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        foreach (var part in (string[])["-wal", "-shm", ""])
            if (File.Exists(database + part)) File.Move(database + part, aside + part);
        return aside;
    }
}
