using System.Globalization;
using System.Text.Json.Nodes;

namespace Monitor.Tests.Support.BotApi;

/// <summary>What people do: each verb does it to the chats and queues the update the bot would get.</summary>
public sealed class FakeBotApiPeople(FakeBotApiUpdates updates, FakeBotApiChats chats)
{
    private static readonly FakeBotApiAnswer BlockedByUser = new(403, null, "Forbidden: bot was blocked by the user");
    private static readonly FakeBotApiAnswer KickedFromGroup = new(403, null, "Forbidden: bot was kicked from the group chat");

    private readonly Lock _lock = new();
    private readonly HashSet<string> _openQueries = new(StringComparer.Ordinal);
    private int _query;

    /// <summary>A person writes to the bot in private; the first time is what opens the chat. The id of chat and person is one.</summary>
    public int Writes(long userId, string text, string? language = "en") => WritesIn(userId, userId, text, language);

    /// <summary>A person writes in a chat (a group the bot is in, or their own).</summary>
    public int WritesIn(long chatId, long userId, string text, string? language = "en", int? threadId = null)
    {
        if (chatId == userId && !IsKnown(chatId)) chats.Add(chatId);
        var message = chats.Post(chatId, fromBot: false, id => new FakeMessage(chatId, id, FromBot: false) { Sent = text, Text = text, ThreadId = threadId });
        var json = Message(message);
        json["from"] = Person(userId, language);
        if (threadId is not null) json["is_topic_message"] = true;
        updates.Push("message", json);
        return message.MessageId;
    }

    /// <summary>A person presses a button under a message of the bot; answers the id of the query.</summary>
    public string Presses(long chatId, int messageId, string data, long? userId = null, string? language = "en")
    {
        var message = chats.Find(chatId, messageId) ?? throw new InvalidOperationException("no such message to press a button of");
        if (!message.Buttons.Contains(data, StringComparer.Ordinal)) throw new InvalidOperationException($"message {messageId} has no button {data}");
        var id = NewQuery();
        updates.Push("callback_query", new JsonObject
        {
            ["id"] = id,
            ["from"] = Person(userId ?? chatId, language),
            ["message"] = Message(message),
            ["chat_instance"] = "1",
            ["data"] = data,
        });
        return id;
    }

    /// <summary>A person types "@bot query" in some chat; answers the id of the query.</summary>
    public string AsksInline(long userId, string query, string offset = "", string? language = "en")
    {
        var id = NewQuery();
        updates.Push("inline_query", new JsonObject { ["id"] = id, ["from"] = Person(userId, language), ["query"] = query, ["offset"] = offset });
        return id;
    }

    /// <summary>The person blocks the bot: it hears so once, and every send is refused.</summary>
    public void Blocks(long userId)
    {
        chats.Close(userId, BlockedByUser);
        Membership(userId, "private", "member", "kicked");
    }

    public void Unblocks(long userId)
    {
        chats.Close(userId, null);
        Membership(userId, "private", "kicked", "member");
    }

    public void AddsTo(long groupId, string type = "group")
    {
        chats.Add(groupId, type);
        Membership(groupId, type, "left", "member");
    }

    public void KicksFrom(long groupId)
    {
        var type = chats.Open(groupId, mustBeOpen: false).Type;
        chats.Close(groupId, KickedFromGroup);
        Membership(groupId, type, "member", "kicked");
    }

    /// <summary>The group becomes a supergroup: two service messages, and sends to the old id are refused with the new one.</summary>
    public void Upgrades(long groupId, long supergroupId)
    {
        chats.Add(supergroupId, "supergroup");
        Service(groupId, "migrate_to_chat_id", supergroupId);
        Service(supergroupId, "migrate_from_chat_id", groupId);
        chats.Close(groupId, new FakeBotApiAnswer(400, null, "Bad Request: group chat was upgraded to a supergroup chat") { MigrateTo = supergroupId });
    }

    /// <summary>A query is answered once and in time, else never.</summary>
    public void LetExpire(string queryId)
    {
        lock (_lock) _openQueries.Remove(queryId);
    }

    internal bool Answer(string queryId)
    {
        lock (_lock) return _openQueries.Remove(queryId);
    }

    internal JsonObject Message(FakeMessage message)
    {
        var json = new JsonObject
        {
            ["message_id"] = message.MessageId,
            ["date"] = 1_790_000_000,
            ["chat"] = Chat(message.ChatId, chats.Open(message.ChatId, mustBeOpen: false).Type),
            ["text"] = message.Text,
        };
        if (message.ThreadId is { } thread) json["message_thread_id"] = thread;
        return json;
    }

    internal static JsonObject Person(long id, string? language = null)
    {
        var person = new JsonObject { ["id"] = id, ["is_bot"] = false, ["first_name"] = "Somebody" };
        if (language is not null) person["language_code"] = language;
        return person;
    }

    private static JsonObject Chat(long id, string type) => new() { ["id"] = id, ["type"] = type };

    private bool IsKnown(long chatId)
    {
        try
        {
            chats.Open(chatId, mustBeOpen: false);
            return true;
        }
        catch (FakeBotApiRefusal)
        {
            return false;
        }
    }

    private void Service(long chatId, string field, long other)
    {
        var message = chats.Post(chatId, fromBot: false, id => new FakeMessage(chatId, id, FromBot: false) { Sent = "", Text = "" });
        var json = Message(message);
        json.Remove("text");
        json[field] = other;
        updates.Push("message", json);
    }

    private void Membership(long chatId, string type, string before, string after) => updates.Push("my_chat_member", new JsonObject
    {
        ["chat"] = Chat(chatId, type),
        ["from"] = Person(Math.Abs(chatId)),
        ["date"] = 1_790_000_000,
        ["old_chat_member"] = new JsonObject { ["status"] = before, ["user"] = FakeBotApiMethods.Bot() },
        ["new_chat_member"] = new JsonObject { ["status"] = after, ["user"] = FakeBotApiMethods.Bot() },
    });

    private string NewQuery()
    {
        lock (_lock)
        {
            var id = (++_query).ToString(CultureInfo.InvariantCulture);
            _openQueries.Add(id);
            return id;
        }
    }
}
