using Monitor.Bot.Answers;

namespace Monitor.Bot.Commands;

/// <summary><c>/status NAME</c>: the same question as a plain name in a private chat; in groups the only way to ask.</summary>
public sealed class StatusCommand(Questioning questioning) : IBotCommand
{
    public string Name => "status";

    public bool ChangesSettings(CommandCall call) => false;

    public async Task<Said> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        return await questioning.AnswerAsync(call.Argument, call.Subscriber, call.Book, cancellation);
    }
}
