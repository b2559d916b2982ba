using VksServerless.Difficulties;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Tests.Difficulties;

/// <summary>A difficulty of a district, raised on the morning of 01/08/2018: to be answered by 17:00 on 16/08/2018.</summary>
internal static class ADifficulty
{
    public static readonly DateTimeOffset Start = new(2018, 8, 1, 8, 0, 0, VietnamTime.Offset);
    public static readonly DateTimeOffset Due = new(2018, 8, 16, 17, 0, 0, VietnamTime.Offset);
    public static readonly UnitCode District = UnitCode.Of("T84-CL");
    public static readonly UnitCode Department = UnitCode.Of("V14");
    public static readonly Caller Reporter = new(PersonId.Of("r"), "Trần Thị Bình", Role.UnitReporter, District);
    public static readonly Caller Centre = new(PersonId.Of("c"), "Cán bộ Cục 2", Role.Centre, UnitCode.Of("C2"));
    public static readonly Caller Expert = new(PersonId.Of("e"), "Lê Văn Minh", Role.UnitReporter, Department);

    public static Difficulty Raised { get; } = Difficulty.Raise(
        DifficultyId.From(PersonId.Of("r"), "key-0001"), District, null, Words("Không đăng nhập được phần mềm", "Đã thử trên hai máy."),
        Reporter, Start);

    public static Difficulty Assigned { get; } =
        Raised.Assign(Department, "Ông Minh", "Đề nghị trả lời sớm.", null, Centre, Start.AddDays(1)).Value;

    public static Difficulty Answered { get; } = Assigned.Answer("Cài lại chứng thư số.", Expert, Start.AddDays(2)).Value;

    public static Difficulty Closed { get; } = Answered.CloseByUnit(null, Reporter, Start.AddDays(3)).Value;

    public static DifficultyWords Words(string title, string text = "", DifficultyArea area = DifficultyArea.Software) =>
        DifficultyWords.Check(area, title, text).Value;
}
