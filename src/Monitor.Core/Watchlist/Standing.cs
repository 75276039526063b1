namespace Monitor.Core.Watchlist;

/// <summary>How well something is founded (DESIGN §4.2): one origin, two or more, contradicted, withdrawn or overruled.</summary>
public enum Standing
{
    Reported,
    Confirmed,
    Disputed,
    Retracted,
}
