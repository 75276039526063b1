using System.CommandLine;
using Monitor.Privacy;
using Monitor.Store;

namespace Monitor.Operating.Safekeeping;

/// <summary>
/// <c>panic</c>: the machine is about to fall into wrong hands. First the keys are destroyed (from then on neither the database nor any
/// backup names a reader), then a running service is ended, and the rows about readers are erased. What was found out stays.
/// </summary>
internal static class PanicVerb
{
    private const string Confirmation = "destroy";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>A service that is told to stop finishes the sends in flight.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    public static Command Create(string[] settings)
    {
        var yes = new Option<bool>("--yes") { Description = "do not ask" };
        var command = new Command("panic", "Destroy the keys and erase everything about subscribers, for ever; end a running service. Sources, items and changes stay.\nExample: monitor panic --yes") { yes };
        command.SetAction((parsed, cancellation) => RunAsync(settings, parsed.GetValue(yes), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] arguments, bool yes, CancellationToken cancellation)
    {
        var settings = Standalone.Read(arguments);
        if (!yes && !IsConfirmed(settings)) throw new SettingException("panic", $"nothing was destroyed: it goes on only with the answer \"{Confirmation}\", or with --yes");
        var keys = KeyFolder.Destroy(settings.KeyDirectory);
        Console.WriteLine($"{keys} keys in {settings.KeyDirectory} are destroyed: neither the database nor any copy of it names a subscriber any more.");
        var address = StoreSetup.Describe(settings.Database);
        if (address.IsShared || File.Exists(address.Name)) await EraseAsync(arguments, address, cancellation);
        Console.WriteLine(
            """
            Now do what this program cannot:
              1. Revoke the bot's token: in Telegram, @BotFather, /revoke. Whoever has the token can still read what is written to the bot.
              2. Destroy every copy of the keys you kept elsewhere. Copies of the database without keys name nobody.
              3. Delete the token where it is set (environment, systemd unit, container), and the chat with the bot on your own devices.
            """);
        return CommandLine.Good;
    }

    private static bool IsConfirmed(Settings settings)
    {
        Console.Error.Write($"This destroys the keys in {settings.KeyDirectory} and erases all subscribers in \"{settings.Database}\". It cannot be undone.\nType {Confirmation} to go on: ");
        return Console.In.ReadLine()?.Trim() == Confirmation;
    }

    private static async Task EraseAsync(string[] arguments, StoreAddress address, CancellationToken cancellation)
    {
        await using var app = StandaloneHost.Build(arguments);
        await app.Services.GetRequiredService<StoreStart>().OpenAsync(cancellation);
        var (leader, deletion) = (app.Services.GetRequiredService<Leader>(), app.Services.GetRequiredService<TracelessDeletion>());

        // A running service has the keys in memory; at its next tick it sees that its term is over. What it wrote until then goes with the second pass.
        await leader.EndAllAsync(cancellation);
        await deletion.EraseAsync(_ => true, cancellation);
        var hasEnded = await WaitForEndAsync(leader, cancellation);
        await deletion.EraseAsync(_ => true, cancellation);
        Console.WriteLine($"Everything about subscribers is erased from {address.Name}.");
        if (address.IsShared) Console.WriteLine("PostgreSQL's log (pg_wal, archives of it) still holds their rows, which nothing can decipher now; after CHECKPOINT it uses it again.");
        if (!hasEnded) Console.WriteLine("A SERVICE STILL RUNS on this database and has the keys in memory: end it by hand (kill -9), then run this again.");
    }

    private static async Task<bool> WaitForEndAsync(Leader leader, CancellationToken cancellation)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await leader.IsAloneAsync(cancellation))
        {
            if (TimeProvider.System.GetElapsedTime(since) > Patience) return false;
            await Task.Delay(Look, cancellation);
        }

        return true;
    }
}
