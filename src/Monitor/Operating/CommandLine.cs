using System.CommandLine;
using Monitor.Operating.Safekeeping;
using Monitor.Operating.Verbs;
using Monitor.Operating.Verbs.Talking;
using Monitor.Operating.Verbs.Texts;

namespace Monitor.Operating;

/// <summary>
/// The verbs (CONTRACT, Commands) and their exit codes: 0 good · 64 wrong usage · 65 bad input data · 69 something outside is
/// unavailable · 70 own failure. Whatever goes wrong is one readable sentence on standard error.
/// </summary>
public static class CommandLine
{
    /// <summary>After this a program that was told to stop is cut off; the service needs <see cref="MonitorHost.MostToStop"/> at most.</summary>
    private static readonly TimeSpan Patience = MonitorHost.MostToStop + TimeSpan.FromSeconds(10);

    public const int Good = 0;
    public const int WrongUsage = 64;
    public const int BadData = 65;
    public const int Unavailable = 69;
    public const int OwnFailure = 70;

    public static async Task<int> RunAsync(string[] arguments)
    {
        try
        {
            var (verb, settings) = SettingArguments.Split(arguments);
            var parsed = Root(settings).Parse(verb);
            if (parsed.Errors.Count > 0) return Refuse(parsed);
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience });
        }
        catch (Exception e)
        {
            return Explain(e);
        }
    }

    private static RootCommand Root(string[] settings)
    {
        var root = new RootCommand(
            """
            Monitor watches news sources for Belarusian political prisoners and the sanctions tied to them, and tells what changed.
            Without a verb it runs the service. Any setting can be given as --Section:Key=value, for example --Sources:Every=00:05:00
            """)
        {
            RunVerb.Create(settings),
            DemoVerb.Create(settings),
            AskVerb.Create(settings),
            ChatVerb.Create(settings),
            FeedVerb.Create(),
            AnalyzeVerb.Create(settings),
            ReplayVerb.Create(settings),
            WatchlistVerb.Create(settings),
            SourcesVerb.Create(settings),
            SeedsVerb.Create(settings),
            WhyVerb.Create(settings),
            QueueVerb.Create(settings),
            DoctorVerb.Create(settings),
            TestAlertVerb.Create(settings),
            BackupVerb.Create(settings),
            RestoreVerb.Create(settings),
            PanicVerb.Create(settings),
        };
        root.SetAction((_, cancellation) => RunVerb.RunAsync(settings, cancellation));
        return root;
    }

    private static int Refuse(ParseResult parsed)
    {
        foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
        Console.Error.WriteLine($"See: monitor {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help");
        return WrongUsage;
    }

    private static int Explain(Exception e)
    {
        Console.Error.WriteLine(e is SettingException or BadDataException or UnavailableException ? e.Message : e.ToString());
        return e switch
        {
            SettingException => WrongUsage,
            BadDataException => BadData,
            UnavailableException => Unavailable,
            OperationCanceledException => Good,
            InvalidDataException or FormatException when e.InnerException is System.Text.Json.JsonException => WrongUsage,
            _ => OwnFailure,
        };
    }
}
