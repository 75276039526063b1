using Monitor.Core.Wording;
using Monitor.Privacy;

namespace Monitor.Bot.Commands.OwnSettings;

/// <summary><c>/forget</c>: erases everything about the chat at once, without asking back.</summary>
public sealed class ForgetCommand(Erasure erasure) : IBotCommand
{
    public string Name => "forget";

    public bool ChangesSettings(CommandCall call) => true;

    public async Task<Said> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        var erased = await erasure.ForgetAsync(call.Chat, cancellation);
        return new RichText().Add(call.Book[erased ? "forget.done" : "forget.nothing"]);
    }
}
