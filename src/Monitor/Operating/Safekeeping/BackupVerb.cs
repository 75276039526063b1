using System.CommandLine;
using Monitor.Store;

namespace Monitor.Operating.Safekeeping;

/// <summary><c>backup FILE</c>: the database as it is at one moment, in one file, also while the service runs.</summary>
internal static class BackupVerb
{
    public static Command Create(string[] settings)
    {
        var target = new Argument<string>("FILE") { Description = "the file to make; it must not exist" };
        var command = new Command("backup", "Copy the database into FILE while the service goes on, and check the copy. The keys are not in it.\nExample: monitor backup /mnt/backup/monitor-2025-12-13.db") { target };
        command.SetAction((parsed, cancellation) => RunAsync(settings, parsed.GetRequiredValue(target), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] arguments, string target, CancellationToken cancellation)
    {
        var settings = Standalone.Read(arguments);
        var source = StoreCopy.FileOf(StoreSetup.Describe(settings.Database), $"it has a tool of its own for this, also while the services run: pg_dump --format=custom --file={target} DATABASE. The keys ({settings.KeyDirectory}) are not in it; keep them elsewhere");
        if (File.Exists(target)) throw new SettingException(target, "exists already, and a backup overwrites nothing; name another file");
        if (!File.Exists(source)) throw new UnavailableException($"there is no database {source} to back up; ConnectionStrings:Monitor names it");
        await StoreCopy.CheckAsync(source, cancellation);
        await StoreCopy.WriteAsync(source, target, cancellation);
        Console.WriteLine(
            $"""
            {target}: {new FileInfo(target).Length / 1024} KiB, checked.
            The keys ({settings.KeyDirectory}) are not in it: without them the copy names no subscriber, and nobody can be written to from it. Keep them elsewhere.
            """);
        return CommandLine.Good;
    }
}
