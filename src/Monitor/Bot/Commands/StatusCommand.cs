using Monitor.Core.Wording;

namespace Monitor.Bot.Commands;

/// <summary><c>/status NAME</c>: the same question as a plain name in a private chat; in groups the only way to ask.</summary>
public sealed class StatusCommand(Answering answering) : IBotCommand
{
    public string Name => "status";

    public bool ChangesSettings => false;

    public async Task<RichText> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        return (await answering.AnswerAsync(call.Argument, call.Book, cancellation)).Text;
    }
}
