using Monitor.Core.Deliveries;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Bot.Commands.OwnSettings;

/// <summary>
/// <c>/settings</c>: when and how the chat gets its alerts, with buttons; each button is the same command with a word behind it
/// (<c>/settings daily</c>, <c>/settings quiet 22-8</c>, <c>/settings zone Warsaw</c>, <c>/settings silent</c>).
/// </summary>
public sealed class SettingsCommand(Subscribers subscribers, BotOptions options) : IBotCommand
{
    /// <summary>Where most of those live who read this.</summary>
    private static readonly string[] Zones = ["Europe/Minsk", "Europe/Vilnius", "Europe/Warsaw", "Europe/Kyiv", "Asia/Tbilisi", "Europe/Berlin"];

    private const string UsualQuiet = "22-8";

    public string Name => "settings";

    public bool ChangesSettings(CommandCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.Argument.Length > 0;
    }

    public async Task<Said> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        var (row, isNew) = (call.Subscriber, false);
        if (call.Argument.Length > 0)
        {
            if (Choice(call.Argument.ToLowerInvariant()) is not { } choose) return new RichText().Add(call.Book["settings.how"]);
            if (row is null) (row, isNew) = await subscribers.KeepAsync(call.Chat, call.Book.Language, call.Thread, cancellation);
            await subscribers.ChooseAsync(row.Id, choose, cancellation);
            choose(row);
        }

        if (row is null) return new RichText().Add(call.Book["list.unknown"]);
        var text = Screen(row, call.Book);
        return new Said(isNew ? PrivacyCommand.AddStored(text, call.Book, options) : text, Buttons(row, call.Book)) { TakesThePlace = true };
    }

    /// <summary>What a word changes; null where it is none of ours.</summary>
    private static Action<SubscriberRow>? Choice(string argument)
    {
        var words = argument.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words switch
        {
            ["now"] => row => row.Rhythm = Rhythm.Instant,
            ["daily"] => row => row.Rhythm = Rhythm.Daily,
            ["weekly"] => row => row.Rhythm = Rhythm.Weekly,
            ["quiet", "off"] => row => row.QuietHours = null,
            ["quiet", var hours] when QuietHours.Parse(hours) is { } quiet => row => row.QuietHours = quiet.ToString(),
            ["zone", var name] when Zone(name) is { } zone => row => row.TimeZone = zone,
            ["silent"] => row => row.Silent = !row.Silent,
            ["links"] => row => row.NoLinks = !row.NoLinks,
            ["previews"] => row => row.Previews = !row.Previews,
            ["confirmed"] => row => row.OnlyConfirmed = !row.OnlyConfirmed,
            _ => null,
        };
    }

    /// <summary>"warsaw", "europe/warsaw" and "america/new york" are as good as "Europe/Warsaw" and "America/New_York".</summary>
    private static string? Zone(string name)
    {
        var wanted = name.Replace(' ', '_');
        return TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Concat(Zones)
            .FirstOrDefault(id => id.Equals(wanted, StringComparison.OrdinalIgnoreCase) || id.EndsWith("/" + wanted, StringComparison.OrdinalIgnoreCase));
    }

    private static RichText Screen(SubscriberRow row, Phrasebook book)
    {
        var text = AddChoices(new RichText().Add(new Piece(book["settings.title"], Bold: true)), row, book);
        text.Paragraph(book["settings.never-held"]);
        return text.Add(book["settings.words"]);
    }

    internal static RichText AddChoices(RichText text, SubscriberRow row, Phrasebook book)
    {
        text.Add(book["settings.rhythm", ("value", book["rhythm." + Keyword.Of(row.Rhythm)])]);
        text.Add(book["settings.quiet", ("value", row.QuietHours?.Replace("-", "–", StringComparison.Ordinal) ?? book["settings.none"])]);
        text.Add(book["settings.zone", ("value", row.TimeZone ?? ChatChoices.UsualZone)]);
        text.Add(book["settings.confirmed", ("value", YesNo(row.OnlyConfirmed, book))]);
        text.Add(book["settings.silent", ("value", YesNo(row.Silent, book))]);
        text.Add(book["settings.links", ("value", YesNo(!row.NoLinks, book))]);
        return text.Add(book["settings.previews", ("value", YesNo(row.Previews, book))]);
    }

    private static IReadOnlyList<IReadOnlyList<Button>> Buttons(SubscriberRow row, Phrasebook book) =>
    [
        [.. Enum.GetValues<Rhythm>().Select(r => new Button((r == row.Rhythm ? "✓ " : "") + book["rhythm." + Keyword.Of(r)], "settings " + (r == Rhythm.Instant ? "now" : Keyword.Of(r))))],
        [new Button(book["button.quiet"], "settings quiet " + UsualQuiet), new Button(book["button.quiet-off"], "settings quiet off")],
        [.. Zones.Take(3).Select(ZoneButton)],
        [.. Zones.Skip(3).Select(ZoneButton)],
        [new Button(book["button.confirmed"], "settings confirmed"), new Button(book["button.silent"], "settings silent")],
        [new Button(book["button.links"], "settings links"), new Button(book["button.previews"], "settings previews")],
        LanguageCommand.Buttons(),
    ];

    private static Button ZoneButton(string zone) => new(zone[(zone.IndexOf('/', StringComparison.Ordinal) + 1)..], "settings zone " + zone);

    private static string YesNo(bool value, Phrasebook book) => book[value ? "settings.yes" : "settings.no"];
}
