namespace VksServerless.Web.Portal.Cycles;

/// <summary>What the centre does with some units of a cycle.</summary>
/// <param name="Name">As it stands in the address.</param>
/// <param name="About">What follows from it.</param>
public sealed record UnitDeed(string Name, string Title, string About, string Button, string Do)
{
    public bool TakesReason => this != Remind;

    public bool TakesDay => this == Extend || this == Revoke;

    public bool MustHaveDay => this == Extend;

    internal static UnitDeed Remind { get; } = new(
        "remind", "Đôn đốc ngay",
        "Mỗi đơn vị còn nợ báo cáo nhận một thư; quá hạn thì cấp trên cũng được báo. Đơn vị đã được đôn đốc trong hôm nay được bỏ qua.",
        "Đôn đốc ngay", "Gửi thư đôn đốc");

    internal static UnitDeed Extend { get; } = new(
        "extend", "Gia hạn", "Các đơn vị có hạn mới và nhận thư báo, kèm nguyên văn lý do.", "Gia hạn", "Gia hạn");

    internal static UnitDeed Exempt { get; } = new(
        "exempt", "Miễn báo cáo",
        "Các đơn vị không phải nộp trong kỳ này và nhận thư báo, kèm nguyên văn lý do.", "Miễn báo cáo", "Miễn báo cáo");

    internal static UnitDeed Revoke { get; } = new(
        "revoke", "Thu hồi việc miễn báo cáo",
        "Các đơn vị lại phải nộp và nhận thư báo, kèm nguyên văn lý do.", "Thu hồi miễn", "Thu hồi việc miễn");

    internal static IReadOnlyList<UnitDeed> All { get; } = [Remind, Extend, Exempt, Revoke];

    internal static UnitDeed? Find(string name) => All.FirstOrDefault(deed => deed.Name == name);

    internal static string Done(string name, string count) => name switch
    {
        "remind" when count == "0" => "Không có đơn vị nào cần đôn đốc: đã được đôn đốc hôm nay hoặc không còn nợ báo cáo.",
        "remind" => $"Đã gửi thư đôn đốc {count} đơn vị.",
        "extend" => $"Đã gia hạn cho {count} đơn vị.",
        "exempt" => $"Đã miễn báo cáo cho {count} đơn vị.",
        "revoke" => $"Đã thu hồi việc miễn của {count} đơn vị.",
        _ => "",
    };
}
