using System.Text.Json.Nodes;
using Monitor.Tests.Support.BotApi;

namespace Monitor.Tests.Telegram;

public sealed class BotApiSchemaTests
{
    private static readonly BotApiSchema? Schema = BotApiSchema.Load();

    [SkippableTheory]
    [InlineData("sendMessage", """{"chat_id":-1001234567890,"text":"x"}""")]
    [InlineData("sendMessage", """{"chat_id":"@channel","text":"x","parse_mode":"HTML","reply_parameters":{"message_id":1,"allow_sending_without_reply":true}}""")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"}],[{"text":"a","url":"https://example.org"}]]}}""")]
    [InlineData("editMessageText", """{"inline_message_id":"7","text":"x"}""")]
    [InlineData("getMe", "{}")]
    [InlineData("getUpdates", """{"allowed_updates":["message","my_chat_member"],"limit":100}""")]
    [InlineData("setMyCommands", """{"commands":[{"command":"start","description":"begin"}],"scope":{"type":"chat","chat_id":5},"language_code":"be"}""")]
    [InlineData("answerInlineQuery", """{"inline_query_id":"1","results":[{"type":"article","id":"1","title":"t","input_message_content":{"message_text":"m"}}]}""")]
    public void A_right_call_has_no_problem(string method, string parameters) => Assert.Empty(Problems(method, parameters));

    [SkippableTheory]
    [InlineData("sendMesage", "{}", "sendMesage: no such method")]
    [InlineData("sendMessage", """{"chat_id":1}""", "sendMessage.text: missing")]
    [InlineData("sendMessage", """{"chat_id":1,"text":null}""", "sendMessage.text: no string")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","parse_mod":"HTML"}""", "sendMessage.parse_mod: unknown")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","parse_mode":"Html"}""", "sendMessage.parse_mode: Html is none of HTML, Markdown, MarkdownV2")]
    [InlineData("sendMessage", """{"chat_id":1.5,"text":"x"}""", "sendMessage.chat_id: no integer")]
    [InlineData("sendMessage", """{"chat_id":1,"text":5}""", "sendMessage.text: no string")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","disable_notification":"true"}""", "sendMessage.disable_notification: no boolean")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_parameters":{"id":1}}""", "sendMessage.reply_parameters.message_id: missing")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_parameters":7}""", "sendMessage.reply_parameters: no object")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[{"text":"a","callback_data":"b"}]}}""", "sendMessage.reply_markup.inline_keyboard[0]: no array")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","data":"b"}]]}}""", "sendMessage.reply_markup.inline_keyboard[0][0].data: unknown")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a"}]]}}""", "sendMessage.reply_markup.inline_keyboard[0][0]: 0 actions, not one")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","url":"https://a.b","callback_data":"b"}]]}}""", "sendMessage.reply_markup.inline_keyboard[0][0]: 2 actions, not one")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"абвгдежзийклмнопрстуфхцчшщъыьэюяё"}]]}}""", "sendMessage.reply_markup.inline_keyboard[0][0].callback_data: 66 bytes, not 1-64 bytes")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b","style":"red"}]]}}""", "sendMessage.reply_markup.inline_keyboard[0][0].style: red is none of danger, success, primary")]
    [InlineData("editMessageText", """{"chat_id":1,"text":"x"}""", "editMessageText.message_id: missing")]
    [InlineData("editMessageText", """{"chat_id":1,"message_id":2}""", "editMessageText.text: missing")]
    [InlineData("getUpdates", """{"allowed_updates":["messages"]}""", "getUpdates.allowed_updates: no kind of update is called messages")]
    [InlineData("getUpdates", """{"limit":101}""", "getUpdates.limit: 101 is not in 1-100")]
    [InlineData("getUpdates", """{"offset":"7"}""", "getUpdates.offset: no integer")]
    [InlineData("setMyCommands", """{"commands":[{"command":"start"}]}""", "setMyCommands.commands[0].description: missing")]
    [InlineData("setMyCommands", """{"commands":[],"scope":{"type":"everybody"}}""", "setMyCommands.scope.type: everybody is none of default")]
    [InlineData("setMyDescription", """{"description":"d","language_code":"bel"}""", "setMyDescription.language_code: bel has not two letters")]
    [InlineData("answerInlineQuery", """{"inline_query_id":"1","results":[{"type":"articel","id":"1","title":"t","input_message_content":{"message_text":"m"}}]}""", "answerInlineQuery.results[0].type: articel is none of article")]
    public void A_wrong_call_is_found_out(string method, string parameters, string problem) => Assert.Contains(problem, Problems(method, parameters));

    private static IReadOnlyList<string> Problems(string method, string parameters)
    {
        Skip.If(Schema is null, "the description of the Bot API is not at hand (MONITOR_SHARED)");
        return Schema.CheckCall(method, JsonNode.Parse(parameters)!.AsObject());
    }
}
