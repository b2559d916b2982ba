using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Reports;

/// <summary>A file of a unit's report that comes in blocks. It counts as an attachment only when it is whole and was checked.</summary>
/// <param name="File">As it was announced; its id is the upload's, and the attachment's.</param>
/// <param name="ByPerson">Only this person sends its blocks.</param>
/// <param name="At">When it was begun, or last gone on with.</param>
public sealed record Upload(CycleId Cycle, UnitCode Unit, Attachment File, PersonId ByPerson, DateTimeOffset At)
{
    /// <summary>Bytes of a block; the last one may be shorter. Few enough to come within the time that a request may take.</summary>
    public const int BlockLength = 4 * 1024 * 1024;

    /// <summary>How many of one report are unfinished at once.</summary>
    public const int MostOfReport = 20;

    /// <summary>How long an unfinished one is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>1 to 25.</summary>
    public int Blocks => (int)((File.Length + BlockLength - 1) / BlockLength);

    /// <summary>Bytes of one block; 0 where there is no such block.</summary>
    /// <param name="block">From 0.</param>
    public int LengthOf(int block) =>
        block < 0 || block >= Blocks ? 0 : (int)Math.Min(BlockLength, File.Length - ((long)block * BlockLength));

    /// <summary>It is being removed: no block is taken any more.</summary>
    public bool IsDropped => At == DateTimeOffset.MinValue;

    public Upload Drop() => this with { At = DateTimeOffset.MinValue };

    public bool IsOver(DateTimeOffset now) => now - At >= Kept;
}
