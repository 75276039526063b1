using Monitor.Bot.Commands;
using Monitor.Core.Wording;
using Monitor.Telegram;
using Monitor.Telegram.Requests;

namespace Monitor.Bot;

/// <summary>What Telegram shows of the bot itself, per language: the menu of commands, the words of an empty chat, the line of its profile.</summary>
public sealed class BotProfile(IBotApi bot, IEnumerable<IBotCommand> commands)
{
    private static readonly BotCommandScope ForGroups = new("all_group_chats");

    /// <summary>They work there too, but a group's menu is short.</summary>
    private static readonly string[] NotInGroups = ["history", "sources", "feed", "export"];

    public async Task SetAsync(CancellationToken cancellation)
    {
        // Without a language first: what readers of every other language see.
        await SetAsync(Phrasebook.For(Phrasebook.DefaultLanguage), languageCode: null, cancellation);
        foreach (var language in Phrasebook.Languages) await SetAsync(Phrasebook.For(language), language, cancellation);
    }

    private async Task SetAsync(Phrasebook book, string? languageCode, CancellationToken cancellation)
    {
        await bot.SetMyCommands(new SetMyCommandsRequest { Commands = Menu(commands.Where(c => !NotInGroups.Contains(c.Name)), book), Scope = ForGroups, LanguageCode = languageCode }, cancellation);
        await bot.SetMyCommands(new SetMyCommandsRequest { Commands = Menu(commands, book), LanguageCode = languageCode }, cancellation);
        await bot.SetMyDescription(new SetMyDescriptionRequest { Description = book["bot.description"], LanguageCode = languageCode }, cancellation);
        await bot.SetMyShortDescription(new SetMyShortDescriptionRequest { ShortDescription = book["bot.about"], LanguageCode = languageCode }, cancellation);
    }

    private static List<BotCommand> Menu(IEnumerable<IBotCommand> commands, Phrasebook book) => [.. commands.Where(c => !c.ForCurators).Select(c => new BotCommand(c.Name, book["command." + c.Name]))];
}
