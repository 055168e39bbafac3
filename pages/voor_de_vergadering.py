"""For the meeting: what a link opens. In no menu; drawn from one stored publication alone."""

from regional.ui import board
from regional.ui.router import show_board

show_board(board.page)
