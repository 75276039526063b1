namespace Monitor.Telegram.Requests;

/// <summary>A call of one method: its parameters are the record's properties, absent ones are left out (never null).</summary>
internal interface IRequest<TResult>
{
    string MethodName { get; }
}
