using Quartz;

namespace Monitor.Schedule;

/// <summary>Gives the memory of a flood that is over back to the machine; that stops the program for some hundredths of a second.</summary>
internal sealed class MemoryJob(QuietMemory memory) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (memory.IsQuietAfterFlood(GC.GetTotalAllocatedBytes())) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return ValueTask.CompletedTask;
    }
}
