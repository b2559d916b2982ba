namespace VksServerless.Units;

/// <summary>Kế thừa: what became of a unit on a day. A unit that is divided or combined has several entries, one for each pair.</summary>
/// <param name="Successor">The predecessor itself when it lives on and only its name or its superior changes.</param>
/// <param name="Day">The first day on which it is so.</param>
/// <param name="Note">The resolution or decision, e.g. 202/2025/QH15; may be empty.</param>
public sealed record Succession(UnitCode Predecessor, UnitCode Successor, SuccessionKind Kind, DateOnly Day, string Note)
{
    /// <summary>Of a change in place: the name, or the code of the superior, that it had before the day.</summary>
    public string? Was { get; init; }

    /// <summary>The unit lives on under its code.</summary>
    public bool IsInPlace => Predecessor == Successor;

    /// <summary>The predecessor's last day was the day before.</summary>
    public bool EndsPredecessor => !IsInPlace && Kind is not SuccessionKind.Separate;
}

/// <summary>The words of the law on organisation: hợp nhất and sáp nhập end the predecessor, chia ends it too, tách does not.</summary>
public enum SuccessionKind
{
    /// <summary>Hợp nhất, sáp nhập: all of the predecessor went into one successor.</summary>
    Merge,

    /// <summary>Chia: the predecessor ended and went into several.</summary>
    Split,

    /// <summary>Tách: a part of the predecessor became the successor, or went to it; the predecessor lives on.</summary>
    Separate,

    /// <summary>Đổi tên: under its code, or as a new unit that is the old one in all but name.</summary>
    Rename,

    /// <summary>Chuyển cấp trên: it reports to another unit.</summary>
    Reparent,
}

/// <summary>An entry as it was written.</summary>
/// <param name="Number">Of the entry, from 0.</param>
/// <param name="Kind">A <see cref="SuccessionKind"/> in lower case.</param>
/// <param name="Day">yyyy-MM-dd.</param>
public sealed record SuccessionLine(int Number, string Predecessor, string Successor, string Kind, string Day, string Note);

/// <summary>A dated set of lines and successions that went into the directory in one step: who, when and why.</summary>
/// <param name="Units">Those added or altered by it.</param>
/// <param name="Successions">With those that followed from it: subordinates go along with a superior that is merged.</param>
public sealed record DirectoryChange(
    string Reason, string By, DateTimeOffset At, IReadOnlyList<UnitCode> Units, IReadOnlyList<Succession> Successions);
