namespace Monitor.Bot.Commands;

/// <summary>One thing a reader may ask for by a slash. A new one is a class here, a line in BotSetup and the text <c>command.NAME</c>.</summary>
public interface IBotCommand
{
    /// <summary>Without the slash, in lower case.</summary>
    string Name { get; }

    /// <summary>Only those of Telegram:Curators may, in private; to everybody else there is no such command.</summary>
    bool ForCurators => false;

    /// <summary>This call changes what a chat gets: in a group for administrators only.</summary>
    bool ChangesSettings(CommandCall call);

    Task<Said> AnswerAsync(CommandCall call, CancellationToken cancellation);
}
