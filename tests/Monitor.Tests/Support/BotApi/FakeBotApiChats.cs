using System.Text.Json.Nodes;

namespace Monitor.Tests.Support.BotApi;

/// <summary>A message in a chat, of the bot or of a person.</summary>
public sealed record FakeMessage(long ChatId, int MessageId, bool FromBot)
{
    /// <summary>As it was sent, with markup.</summary>
    public required string Sent { get; init; }

    /// <summary>As it is read, without.</summary>
    public required string Text { get; init; }

    public string? ReplyMarkup { get; init; }

    public int? ThreadId { get; init; }

    public int? ReplyTo { get; init; }

    public bool Silent { get; init; }

    public int Edits { get; init; }

    /// <summary>The data of the buttons under it, in order.</summary>
    public IReadOnlyList<string> Buttons =>
        ReplyMarkup is null ? [] : [.. JsonNode.Parse(ReplyMarkup)!["inline_keyboard"]!.AsArray()
            .SelectMany(row => row!.AsArray()).Select(button => (string?)button!["callback_data"]).OfType<string>()];
}

/// <summary>The chats the bot can see, what stands in them, and why one cannot be written to.</summary>
public sealed class FakeBotApiChats
{
    /// <summary>One counter for private chats and basic groups, one in each supergroup and channel: keys need chat and message id.</summary>
    private const long SharedCounter = 0;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, FakeChat> _chats = [];
    private readonly Dictionary<long, int> _counters = [];
    private readonly List<FakeMessage> _messages = [];

    /// <summary>Telegram's limits on sending; null: none.</summary>
    public FakeLimits? Limits { get; set; }

    /// <summary>A chat the bot may write to: "private" (somebody pressed start), "group", "supergroup" or "channel".</summary>
    public void Add(long chatId, string type = "private")
    {
        lock (_lock) _chats[chatId] = new FakeChat(type);
    }

    public void AddTopic(long chatId, int threadId)
    {
        lock (_lock) _chats[chatId].Topics.Add(threadId);
    }

    public void RemoveTopic(long chatId, int threadId)
    {
        lock (_lock) _chats[chatId].Topics.Remove(threadId);
    }

    public void SetAdministrator(long chatId, long userId)
    {
        lock (_lock) _chats[chatId].Administrators.Add(userId);
    }

    /// <summary>What the bot said there, oldest first, as it stands now.</summary>
    public IReadOnlyList<FakeMessage> SaidIn(long chatId)
    {
        lock (_lock) return [.. _messages.Where(message => message.ChatId == chatId && message.FromBot)];
    }

    /// <summary>Everything said by anybody, in order, after the first so many.</summary>
    public IReadOnlyList<FakeMessage> After(int count)
    {
        lock (_lock) return _messages[count..];
    }

    public void Delete(long chatId, int messageId)
    {
        lock (_lock) _messages.RemoveAll(message => message.ChatId == chatId && message.MessageId == messageId);
    }

    /// <summary>From now on every call about the chat is refused so; null opens it again.</summary>
    internal void Close(long chatId, FakeBotApiAnswer? refusal)
    {
        lock (_lock) _chats[chatId] = _chats.GetValueOrDefault(chatId, new FakeChat("private")) with { Refusal = refusal };
    }

    internal FakeMessage Post(long chatId, bool fromBot, Func<int, FakeMessage> make)
    {
        lock (_lock)
        {
            var chat = Open(chatId, mustBeOpen: fromBot);
            var counter = chat.Type is "private" or "group" ? SharedCounter : chatId;
            var id = _counters[counter] = _counters.GetValueOrDefault(counter) + 1;
            var message = make(id);
            if (message.ThreadId is { } thread && !chat.Topics.Contains(thread)) throw FakeBotApiRefusal.Bad("message thread not found");
            _messages.Add(message);
            return message;
        }
    }

    internal FakeMessage Edit(long chatId, int messageId, Func<FakeMessage, FakeMessage> change)
    {
        lock (_lock)
        {
            Open(chatId, mustBeOpen: true);
            var index = _messages.FindIndex(message => message.ChatId == chatId && message.MessageId == messageId);
            if (index < 0) throw FakeBotApiRefusal.Bad("message to edit not found");
            if (!_messages[index].FromBot) throw FakeBotApiRefusal.Bad("message can't be edited");
            return _messages[index] = change(_messages[index]) with { Edits = _messages[index].Edits + 1 };
        }
    }

    internal FakeMessage? Find(long chatId, int messageId)
    {
        lock (_lock) return _messages.Find(message => message.ChatId == chatId && message.MessageId == messageId);
    }

    internal FakeChat Open(long chatId, bool mustBeOpen)
    {
        lock (_lock)
        {
            if (!_chats.TryGetValue(chatId, out var chat)) throw FakeBotApiRefusal.Bad("chat not found");
            if (mustBeOpen && chat.Refusal is { } refusal) throw new FakeBotApiRefusal(refusal.Code, refusal.Description!) { Answer = refusal };
            return chat;
        }
    }
}

internal sealed record FakeChat(string Type)
{
    public FakeBotApiAnswer? Refusal { get; init; }

    public HashSet<int> Topics { get; } = [];

    public HashSet<long> Administrators { get; } = [];
}
