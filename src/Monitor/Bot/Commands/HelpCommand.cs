using Monitor.Core.Wording;

namespace Monitor.Bot.Commands;

/// <summary><c>/help</c>: every command in one line. The commands are asked for late: a command cannot be built from the list it stands in.</summary>
public sealed class HelpCommand(IServiceProvider services, Settings settings) : IBotCommand
{
    public string Name => "help";

    public bool ChangesSettings(CommandCall call) => false;

    public Task<Said> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        var text = new RichText().Add(new Piece(call.Book["help.title"], Bold: true)).Add(call.Book["help.ask"]);
        var isCurator = call.IsPrivate && settings.Telegram.Curators.Contains(call.Chat);
        foreach (var command in services.GetServices<IBotCommand>().Where(c => !c.ForCurators || isCurator)) text.Add($"/{command.Name} — {call.Book["command." + command.Name]}");
        return Task.FromResult<Said>(text);
    }
}
