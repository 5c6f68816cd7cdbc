import pytest
@pytest.mark.journey
def test_ka(travel): 
    travel("archive","keyboard")
@pytest.mark.journey
def test_ma(travel): 
    travel("archive")
@pytest.mark.journey
def test_mouse(travel): 
    travel("fill_in"); travel("reopen")
@pytest.mark.journey
def test_kq(travel): 
    travel("quick_start","keyboard")
