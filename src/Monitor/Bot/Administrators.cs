using Monitor.Telegram;
using Monitor.Telegram.Requests;
using Monitor.Telegram.Types;

namespace Monitor.Bot;

/// <summary>Only administrators change what a group gets. Telegram is asked each time: rights are taken away as they are given.</summary>
public sealed class Administrators(IBotApi bot)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Why this person may not (the key of a text); null where they may. Who writes as the group itself is an anonymous administrator.</summary>
    public async Task<string?> RefusalAsync(Chat chat, User? person, Chat? sender, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chat);
        if (chat.IsPrivate) return null;
        if (sender is not null) return sender.Id == chat.Id ? null : "group.admins";
        if (person is null) return "group.admins";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var member = await bot.GetChatMember(new GetChatMemberRequest { ChatId = chat.Id, UserId = person.Id }, patience.Token);
            return member.IsAdministrator ? null : "group.admins";
        }
        catch (Exception e) when (e is BotApiException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return "group.unchecked";
        }
    }
}
