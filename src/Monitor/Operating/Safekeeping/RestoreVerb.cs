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
        var address = app.Services.GetRequiredService<StoreAddress>();
        if (address.IsShared) return await MoveAsync(app, backup, cancellation);
        var database = address.Name;
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

    /// <summary>A file's rows into PostgreSQL; its own copies are put back by its own tool.</summary>
    private static async Task<int> MoveAsync(WebApplication app, string backup, CancellationToken cancellation)
    {
        var database = app.Services.GetRequiredService<StoreAddress>().Name;
        await app.Services.GetRequiredService<StoreStart>().OpenAsync(cancellation);
        if (!await app.Services.GetRequiredService<Leader>().IsAloneAsync(cancellation)) throw new UnavailableException($"a service works on {database}; stop it first, then restore");
        try
        {
            await StoreCopy.CheckAsync(backup, cancellation);
        }
        catch (BadDataException e)
        {
            throw new BadDataException($"{e.Message}. What pg_dump wrote is put back, with all services stopped, by pg_restore --clean --if-exists --dbname=DATABASE FILE");
        }

        var folder = Directory.CreateTempSubdirectory("monitor-restore-");
        try
        {
            var copy = Path.Combine(folder.FullName, "copy.db");
            await StoreCopy.WriteAsync(backup, copy, cancellation);
            await using var db = await StandaloneHost.StoreOf(app).CreateDbContextAsync(cancellation);
            Console.WriteLine($"{await StoreMove.RunAsync(copy, db, cancellation)} rows of {backup} are now in {database}. Start the services with the keys that belong to them.");
            return CommandLine.Good;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
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
