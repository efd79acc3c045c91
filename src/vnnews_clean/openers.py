"""Words that sentences begin with, and names do not: where flat text has lost its borders, they tell them.

A word with a capital is the beginning of a sentence, or part of a name. Of the words below, each opened a
sentence or a headline twelve times as often, at least, as it ended a name, in the texts of several
newspapers with a line for each paragraph: they are 454 of some 3,000 syllables, and three sentences in
four that begin with a single capital begin with one of them.
"""

from __future__ import annotations

from typing import Final

_ANYWHERE: Final = (
    "Trong Theo Tuy Các Sau Một Tôi Nhưng Nếu Đây Những Khi Ngoài Trước Với Có Không Người Hiện Vì Tại Từ"
    " Nhiều Do Để Việc Bên Và Ông Chúng Về Còn Đến Đó Họ Ở Cũng Dù Đặc Hai Sự Ngay Cụ Bạn Thời Cùng Trên Như"
    " Giá Mặc Mỗi Số Qua Được Tất Lúc Bởi Tính Hôm Vào Riêng Hãy Thậm Vậy Mới Hơn Chị Cả Cuối Đáng Nó Cho Tiếp"
    " Nói Chưa Là Nhờ Mọi Lần Đã Chẳng Mức Ví Thay Trao Song Mình Làm Quá Tỷ Gần Nhìn So Kể Rất Hầu Giờ Chia"
    " Trận Phải Dưới Bị Chiếc Thật Xin Vị Chiều Rồi Ngược Nên Thêm Trả Vấn Cần Xem Ai Giới Vợ Vừa Nguồn Loại"
    " Ảnh Mẹ Thấy Đôi Đi Đừng Dùng Bây Hay Đêm Bắt Buổi Cứ Cậu Ngành Bước Muốn Biết Giai Nạn Yêu Vài Xét Tác"
    " Nghe Hoạt Khoảng Chuyến Đúng Liệu Sử Ăn Nhằm Sẽ Cảm Cặp Mà Món Cha Suốt Từng Tên Trải Ít Chồng Bố Vẫn"
    " Đứng Ước Phía Thí Giống Trở Vốn Càng Hoặc Ra Chắc Đóng Khác Cú Khó Nhu Đoạn Sắp Xu Mong Khả Tùy Lấy Rõ"
    " Thịt Mấy Tốc Mối Chàng Dựa Dẫn Chú Tỉ Phản Áp Chơi Nằm Đám Dường Bỏ Chọn Tạm Nay Đau Dẫu Khán Giảm Đợt"
    " Lũy Màn Nhiệm Vai Phút Chào Nàng Hắn Hạn Tranh Hỏi Ngồi Tức Chênh Nhấn Kiểu Dĩ Giữ Cuốn Đặt Đẩy Đương"
    " Nhắc Lối Đấy Nắm Cháu Mất Nào Giả Chờ Loài Thưa Hiểu Thì Vả Bọn Nửa Tận Rạng Gọi Thích Lãi Yếu Sợ Dọc Lẽ"
    " Đột Mời Màu Ấy Lên Lòng Tránh Trưa Dịp Cáo Mang Lựa Chạy Trừ Tóm Luôn Dàn Khổ Góp Truy Ổ Nỗ Gã Nghĩ"
    " Khoảnh Đèn Chừng Khẳng Ngủ Rà Hút Cắt Đỉnh Ngọn Bột Thúc Nụ Chứ Bày Nợ Binh Nêu"
)
"""No name begins or ends with these: a capital between small words is a beginning."""
_BEHIND_NAMES: Final = (
    "Điều Cô Đối Kết Thế Thứ Thực Con Cuộc Năm Cách Vụ Đội Tình Ngày Nhóm Phần Bác Học Tương Nhận Sản Mặt Nữ"
    " Hình Hệ Máy Bất Đơn Khách Mục Chuyện Câu Nước Đề Xe Cá Phiên Căn Ngôi Phim Tuần Tay Tới Tòa Trái Lời"
    " Đánh Dòng Bốn Quả Bức Chúc Phân Giữa Đồ Ứng Thuốc Khởi Pha Khối Tìm Biến Nền Bảng Dữ Tốt Nỗi Đọc Xác Mô"
    " Bánh Biểu Xếp Kẻ Tháng Bao Uống Hết Thử Lớp Khoản Sống Cơn Gặp Tuổi Hạt Nhớ Thỉnh Bãi Cây Tai Bữa Vòng"
    " Lâu Xử Cố Bổ Vượt Vẻ Diện Vùng Mưa Tuyệt Cửa Lệnh Rau Nghề Gửi Trò Thẻ Quỹ Khung Cử Chốt Trạm Thạc Giấc"
    " Toà Đón Dấu Quay Cổng Cấu Gây Làn Đưa Nâng Cánh Gương Giọng Lạm Phạt Bù Vườn Đáp Mạng Thỏa Thách Chăm"
    " Trách Tấm Tôm The Tầm Mỏ Cụm Nhịp Kênh"
)
"""Names begin with these ("Nước", "Bác", "Vụ Thuế"), and none ends with them."""

ANYWHERE: Final = f"(?:{'|'.join(_ANYWHERE.split())})"
"""Pattern of a word that begins a sentence wherever it has a capital."""
BEHIND_NAMES: Final = f"(?:{'|'.join((_ANYWHERE + ' ' + _BEHIND_NAMES).split())})"
"""Pattern of a word that begins a sentence where it stands behind a name, with a capital."""
