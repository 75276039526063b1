using System.Text.Json;
using Monitor.Telegram;
using Monitor.Telegram.Types;

namespace Monitor.Tests.Telegram;

public sealed class UpdateReaderTests
{
    [Theory]
    [InlineData("""{"update_id":1,"message":{"message_id":5,"date":1,"chat":{"id":7,"type":"private"},"text":"hi"}}""", UpdateType.Message)]
    [InlineData("""{"update_id":1,"callback_query":{"id":"9","from":{"id":7},"chat_instance":"1","data":"x"}}""", UpdateType.CallbackQuery)]
    [InlineData("""{"update_id":1,"inline_query":{"id":"9","from":{"id":7},"query":"znak","offset":""}}""", UpdateType.InlineQuery)]
    [InlineData("""{"update_id":1,"my_chat_member":{"chat":{"id":7,"type":"private"},"new_chat_member":{"status":"kicked"}}}""", UpdateType.MyChatMember)]
    [InlineData("""{"update_id":1,"message_reaction":{"chat":{"id":7}}}""", UpdateType.Unknown)]
    [InlineData("""{"update_id":1}""", UpdateType.Unknown)]
    public void The_kinds_in_use_are_told_apart_and_others_passed_over(string json, UpdateType type)
    {
        var update = Read(json);
        Assert.Equal((1L, type), (update!.Id, update.Type));
    }

    [Fact]
    public void A_migration_is_read_with_64_bits()
    {
        var message = Read("""{"update_id":1,"message":{"message_id":5,"chat":{"id":-44,"type":"group"},"migrate_to_chat_id":-1002233445566}}""")!.Message!;
        Assert.Equal((-44L, -1_002_233_445_566L), (message.Chat.Id, message.MigrateToChatId));
    }

    [Fact]
    public void A_button_under_a_message_too_old_to_see_still_tells_its_chat()
    {
        var query = Read("""{"update_id":1,"callback_query":{"id":"9","from":{"id":7},"message":{"chat":{"id":7,"type":"private"},"message_id":3,"date":0},"data":"x"}}""")!.CallbackQuery!;
        Assert.Equal((7L, 3, 0L), (query.Message!.Chat.Id, query.Message.MessageId, query.Message.Date));
    }

    [Theory]
    [InlineData("kicked", false, false, false)]
    [InlineData("left", false, false, false)]
    [InlineData("member", null, true, false)]
    [InlineData("administrator", null, true, true)]
    [InlineData("creator", null, true, true)]
    [InlineData("restricted", true, true, false)]
    [InlineData("restricted", false, false, false)]
    public void Who_is_in_a_chat_and_who_runs_it(string status, bool? isMember, bool inChat, bool administrator)
    {
        var member = new ChatMember { Status = status, IsMember = isMember };
        Assert.Equal((inChat, administrator), (member.IsInChat, member.IsAdministrator));
    }

    [Theory]
    [InlineData("""{"update_id":8,"message":{"text":"no id, no chat"}}""")]
    [InlineData("""{"update_id":8,"message":"not even an object"}""")]
    [InlineData("""{"update_id":8,"callback_query":{"id":9}}""")]
    public void An_update_that_cannot_be_read_keeps_its_id_and_spares_the_others(string broken)
    {
        var updates = ReadAll("[" + broken + """,{"update_id":9,"inline_query":{"id":"1","from":{"id":7},"query":"","offset":""}}]""");
        Assert.Equal([(8L, UpdateType.Unknown), (9L, UpdateType.InlineQuery)], updates.Select(update => (update.Id, update.Type)));
    }

    [Theory]
    [InlineData("[7]")]
    [InlineData("""[{"update_id":"8"}]""")]
    [InlineData("""[{"message":{}}]""")]
    public void Without_an_id_there_is_nothing_to_confirm(string json) => Assert.Empty(ReadAll(json));

    private static Update? Read(string json) => UpdateReader.Read(Json(json));

    private static IReadOnlyList<Update> ReadAll(string json) => UpdateReader.ReadAll(Json(json));

    private static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
