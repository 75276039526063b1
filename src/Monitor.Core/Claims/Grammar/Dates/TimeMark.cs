using System.Runtime.InteropServices;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Dates;

/// <summary>When, as the words say it: a date as far as it can be told, its age in days against the item's date (null without one), and whether "since" or "until" stands before it. <paramref name="After"/>: a span that counts from the act behind it ("two years after").</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TimeMark(int First, int Last, PartialDate? Date, bool Since, bool Until, bool HasYear, bool HasDay, bool After = false);
