namespace VksServerless.Difficulties;

/// <summary>Lĩnh vực: what a difficulty is about.</summary>
public enum DifficultyArea
{
    /// <summary>Chỉ đạo, điều hành.</summary>
    Direction,

    /// <summary>Hạ tầng, thiết bị, đường truyền.</summary>
    Infrastructure,

    /// <summary>Phần mềm.</summary>
    Software,

    /// <summary>Dữ liệu, thống kê.</summary>
    Data,

    /// <summary>An toàn, bảo mật thông tin.</summary>
    Security,

    /// <summary>Nhân lực, đào tạo.</summary>
    Staff,

    /// <summary>Kinh phí.</summary>
    Funding,

    /// <summary>Quy định, nghiệp vụ.</summary>
    Regulation,

    /// <summary>Khác.</summary>
    Other,
}

public static class DifficultyAreas
{
    /// <summary>As it is called in Vietnamese.</summary>
    public static string Label(this DifficultyArea area) => area switch
    {
        DifficultyArea.Direction => "Chỉ đạo, điều hành",
        DifficultyArea.Infrastructure => "Hạ tầng, thiết bị, đường truyền",
        DifficultyArea.Software => "Phần mềm",
        DifficultyArea.Data => "Dữ liệu, thống kê",
        DifficultyArea.Security => "An toàn, bảo mật thông tin",
        DifficultyArea.Staff => "Nhân lực, đào tạo",
        DifficultyArea.Funding => "Kinh phí",
        DifficultyArea.Regulation => "Quy định, nghiệp vụ",
        _ => "Khác",
    };
}
